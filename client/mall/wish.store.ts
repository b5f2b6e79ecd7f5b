import { createSubmission } from '../submission'
import { loadRewards } from './mall.store'

/** Pins the reward that she saves up for, or takes it off. */
export const wishStore = createSubmission('mall.pinWish')

/** `rewardId` null takes it off; the page shows what came of it. */
export async function pinWish(rewardId: string | null): Promise<void> {
  const { sending, open } = wishStore.getState()
  if (sending) return
  open({ rewardId })
  await wishStore.getState().send()
  if (wishStore.getState().answer) await loadRewards()
}
