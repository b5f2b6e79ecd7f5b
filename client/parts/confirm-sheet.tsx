import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from './button'
import './confirm-sheet.scss'
import { Refused } from './refused'
import { Sheet } from './sheet'

interface Step {
  label: string
  onTap(): void
  /** Else `<name>-confirm`, `<name>-keep` or `<name>-done`. */
  className?: string
  tone?: 'main' | 'warning'
  disabled?: boolean
}

interface ConfirmSheetProps {
  /** A stable name for walks: `cancel` makes `cancel-confirm`, `cancel-refused`, `cancel-done`. */
  name: string
  open?: boolean
  /** The question; once it is done, what was done. */
  title: string
  sending: boolean
  refused: string | null | undefined
  step: Step
  /** The way out that is not the step; to close the sheet when nothing else is said. */
  keep?: Omit<Step, 'tone' | 'disabled'>
  /** There once the step has been taken: then nothing is asked any more. */
  done?: Omit<Step, 'tone' | 'disabled'> | null
  /** A field of its own, e.g. the reason. */
  field?: ReactNode
  onClose(): void
  /** What the step does, before it does it; then what it did. */
  children: ReactNode
}

/** The one way to ask before points, money or rules move. While it is sent nothing closes it. */
export function ConfirmSheet(props: ConfirmSheetProps): ReactNode {
  const { name, open = true, title, sending, refused, step, done, field, onClose, children } = props
  const keep = props.keep ?? { label: '再想想', onTap: onClose }
  const wayOut = () => {
    if (!sending) keep.onTap()
  }
  return (
    <Sheet open={open} title={title} {...(sending ? {} : { onClose })}>
      {children && <View className={`confirm-words figures ${name}-asked`}>{children}</View>}
      {!done && field}
      <Refused className={`${name}-refused`} message={refused} />
      {done ? (
        <BigButton className={done.className ?? `${name}-done`} onTap={done.onTap}>
          {done.label}
        </BigButton>
      ) : (
        <>
          <BigButton
            className={step.className ?? `${name}-confirm`}
            tone={step.tone ?? 'main'}
            busy={sending}
            disabled={step.disabled ?? false}
            onTap={step.onTap}
          >
            {step.label}
          </BigButton>
          <View
            className={`confirm-keep ${keep.className ?? `${name}-keep`}`}
            role="button"
            hoverClass="touched"
            onClick={wayOut}
          >
            {keep.label}
          </View>
        </>
      )}
    </Sheet>
  )
}
