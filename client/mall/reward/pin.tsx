import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Icon } from '../../parts/icon'
import { Refused } from '../../parts/refused'
import type { RewardCard, RewardList } from '../mall.store'
import { pinWish, wishStore } from '../wish.store'
import './pin.scss'

/** Makes this reward her wish, which home then counts down to, or no longer. */
export function Pin({ reward, list }: { reward: RewardCard; list: RewardList }): ReactNode {
  const { sending, refused } = useStore(wishStore)
  if (!list.isMember) return null
  const { rewardId } = reward
  const isPinned = list.wishId === rewardId
  return (
    <>
      <View
        className={`pin ${isPinned ? 'pin-on' : ''}`}
        role="button"
        aria-pressed={isPinned}
        aria-disabled={sending}
        hoverClass="touched"
        onClick={() => pinWish(isPinned ? null : rewardId)}
      >
        <Icon name={isPinned ? 'check' : 'seal'} size={36} />
        {isPinned ? '已设为心愿，首页为您记着' : '设为心愿，攒够了告诉我'}
      </View>
      <Refused className="pin-refused" message={refused?.message} />
    </>
  )
}
