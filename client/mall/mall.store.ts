import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type RewardList = OutputAt<'mall.rewards'>
export type RewardCard = RewardList['rewards'][number]

/** The rewards with this member's balance: read by the mall tab and the reward page. */
export const mallStore = createReading('mall.rewards', { keepAs: 'rewards' })

export function loadRewards(): Promise<void> {
  return mallStore.getState().load({})
}
