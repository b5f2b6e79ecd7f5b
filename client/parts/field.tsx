import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './field.scss'

interface TypingProps {
  label: string
  value: string
  placeholder: string
  maxLength?: number
  /** `number` brings up the digits alone, `digit` with the point. */
  type?: 'text' | 'number' | 'digit'
  onChange(value: string): void
}

interface FieldProps extends TypingProps {
  /** A stable name for walks, e.g. `receipt-no`. */
  name: string
}

/** One labelled line to type in. */
export function Field({ name, ...typing }: FieldProps): ReactNode {
  return (
    <View className="field">
      <View className="field-label">{typing.label}</View>
      <Typing className={`field-input ${name}`} {...typing} />
    </View>
  )
}

interface FieldBoxProps extends TypingProps {
  /** A stable name for walks; its style says how wide the box is. */
  className: string
  focus?: boolean
  confirmType?: 'done' | 'search'
  onConfirm?(): void
}

/** A field whose label stands elsewhere, e.g. on the line of a bill. */
export function FieldBox({ className, ...typing }: FieldBoxProps): ReactNode {
  return <Typing className={`field-box ${className}`} {...typing} />
}

function Typing(props: FieldBoxProps): ReactNode {
  const { className, label, value, placeholder, maxLength = 32, type = 'text' } = props
  const { focus, confirmType, onConfirm, onChange } = props
  return (
    <Input
      className={`figures ${className}`}
      type={type}
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass="field-placeholder"
      aria-label={label}
      {...(focus === undefined ? {} : { focus })}
      {...(confirmType ? { confirmType } : {})}
      {...(onConfirm ? { onConfirm: () => onConfirm() } : {})}
      onInput={(event) => onChange(event.detail.value)}
    />
  )
}
