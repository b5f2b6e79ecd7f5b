import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { Sheet } from '../../parts/sheet'
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
    <Sheet
      open
      title={answer ? '已撤销' : '撤销这次合并？'}
      {...(sending ? {} : { onClose: close })}
    >
      <View className="merge-outcome">
        <Line label="合并" value={`${fromName} 并入 ${toName}`} />
        <Line label="原因" value={reason} />
        <Line label="转回" value={movedOf(merge)} strong />
      </View>
      {refused && (
        <View className="merge-refused" role="alert">
          {refused.message}
        </View>
      )}
      {answer ? (
        <BigButton className="undo-done" onTap={close}>
          好的
        </BigButton>
      ) : (
        <BigButton className="undo-confirm" tone="warning" busy={sending} onTap={confirm}>
          撤销合并
        </BigButton>
      )}
    </Sheet>
  )
}
