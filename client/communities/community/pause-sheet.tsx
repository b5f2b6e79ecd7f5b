import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { type CommunityRow, loadCommunities, pauseStore } from '../communities.store'

interface PauseSheetProps {
  row: CommunityRow
  onClose(): void
}

/** Nobody claims by its card, and no drop is planned for it, until it is resumed. */
export function PauseSheet({ row, onClose }: PauseSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(pauseStore)
  const { communityId, name } = row
  // Once it is done, the community is no longer what was asked about.
  const pauses = answer ? answer.isPaused : !row.isPaused
  const change = async () => {
    open({ communityId, isPaused: pauses })
    await send()
    await loadCommunities()
  }
  const leave = () => {
    close()
    onClose()
  }
  const title = pauses ? `停用“${name}”？` : `恢复“${name}”？`
  return (
    <ConfirmSheet
      name="pause"
      title={answer ? (pauses ? '已停用' : '已恢复') : title}
      sending={sending}
      refused={refused?.message}
      step={{
        label: pauses ? '确认停用' : '确认恢复',
        tone: pauses ? 'warning' : 'main',
        onTap: change,
      }}
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {pauses
        ? '停用期间，群友不能领券，团长也不能发新的福利；已经领取的券照常能用。'
        : '恢复后，群友可以领券，团长可以发新的福利。'}
    </ConfirmSheet>
  )
}
