import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { replaceWith, routes } from '../../routes'
import { bindStore, loadMine, type MyCommunity, rebindStore } from '../community.store'

interface BindSheetProps {
  community: MyCommunity
  onClose(): void
}

/** Asked of whoever opened the bind card: is the group that she stands in this community's? */
export function BindSheet({ community, onClose }: BindSheetProps): ReactNode {
  const { communityId, name, boundAt } = community
  const bind = useStore(bindStore)
  const rebind = useStore(rebindStore)
  const answer = bind.answer ?? rebind.answer
  // Once it is bound the community is no longer what the sheet asked about.
  const replaces = rebind.answer !== null || (bind.answer === null && boundAt !== null)
  const { sending, refused, open, send } = replaces ? rebind : bind
  const confirm = async () => {
    open({ communityId })
    await send()
    await loadMine()
  }
  const leave = () => {
    bind.close()
    rebind.close()
    onClose()
  }
  const done = () => {
    leave()
    replaceWith(routes.communityDesk)
  }
  return (
    <ConfirmSheet
      name="bind"
      title={answer ? '绑好了' : `把这个群绑定到“${name}”？`}
      sending={sending}
      refused={
        refused?.code === 'GROUP_REQUIRED'
          ? '没认出这是哪个群。请把绑定卡片发到群里，再从群里点开它'
          : refused?.message
      }
      step={{ label: replaces ? '确认更换' : '确认绑定', onTap: confirm }}
      done={answer && { label: '去团长工作台', onTap: done }}
      onClose={leave}
    >
      {answer ? (
        '群友从群里的卡片进来，就能领这个社群的福利。'
      ) : (
        <>
          {replaces ? '原来的微信群会解除绑定，以往的福利和成绩都留下。' : ''}
          绑定后，只有从这个群的卡片进来的会员，才能领“{name}”的福利。
        </>
      )}
    </ConfirmSheet>
  )
}
