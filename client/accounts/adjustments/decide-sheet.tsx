import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText, signedPoints } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { type AdjustmentRow, outcomeOf } from '../adjustment-words'
import { decideStore, loadAdjustments } from '../adjustments.store'

/** A large adjustment that waits: a second pair of eyes agrees, or says no. */
export function DecideSheet({ row }: { row: AdjustmentRow }): ReactNode {
  const { sending, answer, refused, close, open, send } = useStore(decideStore)
  const decide = async (verdict: 'approve' | 'reject') => {
    open({ adjustmentId: row.adjustmentId, verdict })
    await send()
    await loadAdjustments()
  }
  return (
    <ConfirmSheet
      name="decide"
      title={answer ? '已处理' : '这笔调整'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '同意入账', className: 'decide-approve', onTap: () => decide('approve') }}
      keep={{ label: '不同意', className: 'decide-reject', onTap: () => decide('reject') }}
      done={answer && { label: '好的', onTap: close }}
      onClose={close}
    >
      {answer ? outcomeOf(answer) : <Asked row={row} />}
    </ConfirmSheet>
  )
}

function Asked({ row }: { row: AdjustmentRow }): ReactNode {
  return (
    <>
      <Line label="会员" value={row.maskedName} />
      <Line label="积分" value={signedPoints(row.points)} strong />
      <Line label="原因" value={row.reason} />
      <Line label="提出" value={`${row.askedByName} ${momentText(row.askedAt).slice(5)}`} />
      {row.ripensAt !== null && (
        <Line label="自动入账" value={`${momentText(row.ripensAt)} 之后`} />
      )}
    </>
  )
}
