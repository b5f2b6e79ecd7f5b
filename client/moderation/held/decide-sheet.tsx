import { REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Field } from '../../parts/field'
import { decideStore, type HeldRow, loadHeld } from '../held.store'

export type Verdict = 'approve' | 'reject'

interface DecideSheetProps {
  row: HeldRow
  verdict: Verdict
  onClose(): void
}

/** Published at once, or sent back with a reason that its author reads. */
export function DecideSheet({ row, verdict, onClose }: DecideSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(decideStore)
  const [reason, setReason] = useState('')
  const { heldId, text, authorName } = row
  const isReject = verdict === 'reject'
  const decide = async () => {
    open({ heldId, verdict, ...(isReject ? { reason: reason.trim() } : {}) })
    await send()
    await loadHeld()
  }
  const leave = () => {
    close()
    onClose()
  }
  const done = isReject ? `已退回，${authorName}会看到原因` : '已经发布，大家现在就能看到'
  return (
    <ConfirmSheet
      name="held"
      title={answer ? '已处理' : isReject ? '不通过？' : '通过并发布？'}
      sending={sending}
      refused={refused?.message}
      step={{
        label: isReject ? '退回' : '通过并发布',
        tone: isReject ? 'warning' : 'main',
        onTap: decide,
        disabled: isReject && reason.trim() === '',
      }}
      field={
        isReject && (
          <Field
            name="reason"
            label="原因"
            value={reason}
            placeholder={`${authorName}会看到这句话`}
            maxLength={REASON_MAX_LENGTH}
            onChange={setReason}
          />
        )
      }
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer ? done : <View className="held-quote">{text}</View>}
    </ConfirmSheet>
  )
}
