import { AMOUNT_MAX_LENGTH } from '@shared/limits'
import { Input, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import './field.scss'
import { type FieldReads, faultIn, type Keyboard, keyboardOf } from './field-reading'

interface TypingProps {
  label: string
  value: string
  placeholder: string
  maxLength?: number
  /** `number` brings up the digits alone, `digit` with the point. */
  type?: Keyboard
  /** What is meant by the text: it brings the keyboard, and what cannot be read is said below. */
  reads?: FieldReads
  onChange(value: string): void
}

export interface FieldProps extends TypingProps {
  /** A stable name for walks, e.g. `receipt-no`. */
  name: string
}

/** One labelled line to type in. What cannot be read is named under it. */
export function Field({ name, ...typing }: FieldProps): ReactNode {
  const { reads, value } = typing
  const [isLeft, setLeft] = useState(false)
  const fault = reads === undefined ? null : faultIn(reads, value)
  return (
    <>
      <View className="field">
        <View className="field-label">{typing.label}</View>
        <Typing
          className={`field-input ${name}`}
          {...typing}
          {...(reads === undefined ? {} : { onLeave: () => setLeft(true) })}
        />
      </View>
      {fault && (isLeft || fault.isFinal) && (
        <View className={`field-fault ${name}-fault`} role="alert">
          {fault.sentence}
        </View>
      )}
    </>
  )
}

interface FieldBoxProps extends TypingProps {
  /** A stable name for walks; its style says how wide the box is. */
  className: string
  focus?: boolean
  confirmType?: 'done' | 'search'
  onConfirm?(): void
}

/** A field whose label stands elsewhere, e.g. on the line of a bill, as does what is wrong. */
export function FieldBox({ className, ...typing }: FieldBoxProps): ReactNode {
  return <Typing className={`field-box ${className}`} {...typing} />
}

function Typing(props: FieldBoxProps & { onLeave?(): void }): ReactNode {
  const { className, label, value, placeholder, reads } = props
  const { type = reads ? keyboardOf(reads) : 'text', maxLength = AMOUNT_MAX_LENGTH } = props
  const { focus, confirmType, onConfirm, onChange, onLeave } = props
  return (
    <Input
      className={`figures ${className}`}
      {...keyboardFor(type)}
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="field-placeholder"
      aria-label={label}
      {...(focus === undefined ? {} : { focus })}
      {...(confirmType ? { confirmType } : {})}
      {...(onConfirm ? { onConfirm: () => onConfirm() } : {})}
      onInput={(event) => onChange(event.detail.value)}
      {...(onLeave ? { onBlur: () => onLeave() } : {})}
    />
  )
}

/**
 * A browser's number field throws away what is no plain figure, a pasted `1,280.50` or a full-width
 * one, before anybody can read it: there only the keyboard is asked for.
 */
const keyboardFor: (type: Keyboard) => { type: Keyboard; nativeProps?: { inputMode: string } } =
  process.env.TARO_ENV === 'h5' ? asMode : asType

function asMode(type: Keyboard) {
  const modes = { text: 'text', number: 'numeric', digit: 'decimal' } as const
  return { type: 'text' as const, nativeProps: { inputMode: modes[type] } }
}

function asType(type: Keyboard) {
  return { type }
}
