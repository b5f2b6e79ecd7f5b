import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { ReasonField } from '../../parts/reason-field'
import { type BatchRow, loadBatches, openCountOf, voidStore } from '../batches.store'

interface VoidSheetProps {
  batch: BatchRow
  onClose(): void
}

/** Before a batch is withdrawn: how many are still unused, and why, which their owners read. */
export function VoidSheet({ batch, onClose }: VoidSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(voidStore)
  const [reason, setReason] = useState('')
  const { batchId, title, issuedCount, usedCount } = batch
  const withdraw = async () => {
    open({ batchId, reason: reason.trim() })
    await send()
    await loadBatches()
  }
  const leave = () => {
    close()
    onClose()
  }
  return (
    <ConfirmSheet
      name="void"
      title={answer ? '已经作废' : '作废这一批？'}
      sending={sending}
      refused={refused?.message}
      step={{
        ...{ label: '作废没用过的', tone: 'warning', onTap: withdraw },
        disabled: reason.trim() === '',
      }}
      field={<ReasonField value={reason} onChange={setReason} />}
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer ? (
        '没用过的已经不能再用，并通知了持券的会员；张数多时，几分钟内陆续办完。'
      ) : (
        <>
          <Line label="券" value={title} />
          <Line label="发出" value={`${countText(issuedCount)} 张`} />
          <Line label="已用，不受影响" value={`${countText(usedCount)} 张`} />
          <Line label="将作废" value={`${countText(openCountOf(batch))} 张`} strong />
        </>
      )}
    </ConfirmSheet>
  )
}
