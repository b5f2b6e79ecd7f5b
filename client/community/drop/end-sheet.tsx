import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { figuresIn } from '../drop-words'
import { cancelStore, closeStore, type DropRow, loadDrops } from '../drops.store'

interface EndSheetProps {
  drop: DropRow
  onClose(): void
}

/** Cancelled before it opens, closed early after; what was claimed stays with its members. */
export function EndSheet({ drop, onClose }: EndSheetProps): ReactNode {
  const cancelling = useStore(cancelStore)
  const closing = useStore(closeStore)
  const answer = cancelling.answer ?? closing.answer
  const isCancel = cancelling.answer !== null || (!closing.answer && drop.state === 'scheduled')
  const { sending, refused, open, send, close } = isCancel ? cancelling : closing
  const end = async () => {
    open({ dropId: drop.dropId })
    await send()
    await loadDrops()
  }
  const leave = () => {
    close()
    onClose()
  }
  const asked = isCancel
    ? { title: '取消这一场？', label: '确认取消', done: '已取消' }
    : { title: '提前结束？', label: '确认结束', done: '已结束' }
  return (
    <ConfirmSheet
      name="end"
      title={answer ? asked.done : asked.title}
      sending={sending}
      refused={refused?.message}
      step={{ label: asked.label, tone: 'warning', onTap: end }}
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer
        ? '群友再点开卡片，会看到已经结束。'
        : isCancel
          ? '还没有人领过券。取消之后，群里的卡片会显示已结束，可以照着再发一场。'
          : `已经领取的 ${countText(figuresIn(drop).claims)} 张仍然可以用，没领的不再发。`}
    </ConfirmSheet>
  )
}
