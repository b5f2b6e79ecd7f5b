import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { movedOf } from '../merge-words'
import { loadMerges, type MergeRow, undoStore } from '../merges.store'

/** Says what an undoing gives back; what is in the way is told in a sentence. */
export function UndoSheet({ merge }: { merge: MergeRow }): ReactNode {
  const { sending, refused, answer, send, close } = useStore(undoStore)
  const { fromName, toName, reason } = merge
  const confirm = async () => {
    await send()
    await loadMerges()
  }
  return (
    <ConfirmSheet
      name="undo"
      title={answer ? '已撤销' : '撤销这次合并？'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '撤销合并', tone: 'warning', onTap: confirm }}
      done={answer && { label: '好的', onTap: close }}
      onClose={close}
    >
      <Line label="合并" value={`${fromName} 并入 ${toName}`} />
      <Line label="原因" value={reason} />
      <Line label="转回" value={movedOf(merge)} strong />
    </ConfirmSheet>
  )
}
