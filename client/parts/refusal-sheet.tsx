import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from './button'
import { Sheet } from './sheet'
import './refusal-sheet.scss'

interface RefusalSheetProps {
  /** Null: nothing was refused, nothing is shown. */
  message: string | null
  title?: string
  /** The next step, if there is one better than to close. */
  step?: { label: string; onTap(): void; busy?: boolean; className?: string }
  closeLabel?: string
  onClose(): void
}

/** A "no" behind the counter: its sentence and the next step. */
export function RefusalSheet(props: RefusalSheetProps): ReactNode {
  const { message, title = '没有办成', step, closeLabel = '知道了', onClose } = props
  return (
    <Sheet open={message !== null} title={title} onClose={onClose}>
      <View className="refusal-message" role="alert">
        {message}
      </View>
      {step && (
        <View className="refusal-step">
          <BigButton
            busy={step.busy ?? false}
            className={step.className ?? 'refusal-next'}
            onTap={step.onTap}
          >
            {step.label}
          </BigButton>
        </View>
      )}
      <BigButton tone="quiet" className="refusal-close" onTap={onClose}>
        {closeLabel}
      </BigButton>
    </Sheet>
  )
}
