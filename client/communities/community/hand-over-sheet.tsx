import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { readCode } from '../../parts/scanned-code'
import { type CommunityRow, handOverStore, loadCommunities } from '../communities.store'
import { OwnerCode } from '../owner-code'

interface HandOverSheetProps {
  row: CommunityRow
  onClose(): void
}

/** Another owner takes over, by the code on her phone; what was done stays with the community. */
export function HandOverSheet({ row, onClose }: HandOverSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(handOverStore)
  const [typed, setTyped] = useState('')
  const code = readCode(typed)
  const { communityId, name, ownerName } = row
  const handOver = async () => {
    if (code.kind !== 'member') return
    open({ communityId, memberCode: code.memberCode })
    await send()
    await loadCommunities()
  }
  const leave = () => {
    close()
    onClose()
  }
  return (
    <ConfirmSheet
      name="hand-over"
      title={answer ? `现在由${answer.ownerName}负责` : `给“${name}”换团长？`}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认移交', onTap: handOver, disabled: code.kind !== 'member' }}
      field={<OwnerCode value={typed} onChange={setTyped} />}
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer
        ? '新团长打开小程序，在“我的”里就能看到团长工作台。'
        : `现在是${ownerName}。移交后，微信群、群规和成绩都留在这个社群。`}
    </ConfirmSheet>
  )
}
