import { REASON_MAX_LENGTH } from '@shared/limits'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Field } from '../../parts/field'
import { ReasonField } from '../../parts/reason-field'
import { Segments } from '../../parts/segments'
import type { Refused } from '../../submission'
import { adjustStore, lookUp, pointsIn } from '../account.store'
import { outcomeOf } from '../adjustment-words'

const directions = [
  { value: 'give', label: '增加' },
  { value: 'take', label: '扣减' },
] as const

interface AdjustSheetProps {
  memberNumber: string
  onClose(): void
}

/** Points given or taken by hand, and what became of it: booked, or waiting for somebody. */
export function AdjustSheet({ memberNumber, onClose }: AdjustSheetProps): ReactNode {
  const [direction, setDirection] = useState<'give' | 'take'>('give')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { sending, refused, answer, open, send, close } = useStore(adjustStore)
  const size = pointsIn(typed)
  const why = reason.trim().slice(0, REASON_MAX_LENGTH)
  const isGiven = direction === 'give'
  const leave = () => {
    close()
    onClose()
  }
  const confirm = async () => {
    if (size === null) return
    open({ memberNumber, points: isGiven ? size : -size, reason: why })
    await send()
    if (adjustStore.getState().answer) await lookUp(memberNumber)
  }
  const label = `${isGiven ? '增加' : '扣减'} ${countText(size ?? 0)} 积分`
  return (
    <ConfirmSheet
      name="adjust"
      title={answer ? '已提交' : '调整积分'}
      sending={sending}
      refused={refused && refusedText(refused)}
      step={{
        label: size === null ? '确认调整' : label,
        tone: isGiven ? 'main' : 'warning',
        disabled: size === null || why === '',
        onTap: confirm,
      }}
      done={answer && { label: '好的', onTap: leave }}
      field={
        <>
          <Segments<'give' | 'take'>
            className="adjust-direction"
            choices={directions}
            chosen={direction}
            onChoose={setDirection}
          />
          <Field
            name="adjust-points"
            label="积分"
            reads="count"
            value={typed}
            placeholder="整数，例如 50"
            onChange={setTyped}
          />
          <ReasonField value={reason} onChange={setReason} />
        </>
      }
      onClose={leave}
    >
      {answer && outcomeOf(answer)}
    </ConfirmSheet>
  )
}

function refusedText({ message, detail: { missingPoints } }: Refused): string {
  const missing = typeof missingPoints === 'number' ? `，还差 ${countText(missingPoints)} 分` : ''
  return `${message}${missing}`
}
