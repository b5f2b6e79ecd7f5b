import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { REASON_MAX_LENGTH, ReasonField } from '../../parts/reason-field'
import { Segments } from '../../parts/segments'
import { Sheet } from '../../parts/sheet'
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
  const { answer, sending, close } = useStore(adjustStore)
  const leave = () => {
    close()
    onClose()
  }
  return (
    <Sheet open title={answer ? '已提交' : '调整积分'} {...(sending ? {} : { onClose: leave })}>
      {answer ? (
        <>
          <View className="account-outcome">{outcomeOf(answer)}</View>
          <BigButton className="adjust-done" onTap={leave}>
            好的
          </BigButton>
        </>
      ) : (
        <AdjustForm memberNumber={memberNumber} />
      )}
    </Sheet>
  )
}

function AdjustForm({ memberNumber }: { memberNumber: string }): ReactNode {
  const [direction, setDirection] = useState<'give' | 'take'>('give')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { sending, refused, open, send } = useStore(adjustStore)
  const size = pointsIn(typed)
  const why = reason.trim().slice(0, REASON_MAX_LENGTH)
  const confirm = async () => {
    if (size === null) return
    open({ memberNumber, points: direction === 'give' ? size : -size, reason: why })
    await send()
    if (adjustStore.getState().answer) await lookUp(memberNumber)
  }
  const missing = refused?.detail.missingPoints
  return (
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
        type="number"
        value={typed}
        placeholder="整数，例如 50"
        maxLength={6}
        onChange={setTyped}
      />
      <ReasonField value={reason} onChange={setReason} />
      {refused && (
        <View className="account-refused" role="alert">
          {refused.message}
          {typeof missing === 'number' ? `，还差 ${countText(missing)} 分` : ''}
        </View>
      )}
      <BigButton
        className="adjust-confirm"
        tone={direction === 'give' ? 'main' : 'warning'}
        busy={sending}
        disabled={size === null || why === ''}
        onTap={confirm}
      >
        {size === null
          ? '确认调整'
          : `${direction === 'give' ? '增加' : '扣减'} ${countText(size)} 积分`}
      </BigButton>
    </>
  )
}
