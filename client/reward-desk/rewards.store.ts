import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type Shelf = OutputAt<'mall.shelf'>
export type ShelfReward = Shelf['rewards'][number]
export type RewardChangeRow = OutputAt<'mall.rewardChanges'>['rows'][number]

/** All rewards, as their managers see them. */
export const shelfStore = createReading('mall.shelf')
export const saveStore = createSubmission('mall.saveReward')
export const stockStore = createSubmission('mall.changeStock')

/** Who changed what of one reward, the newest first. */
export const changesStore = createPaged(
  {
    ask: ({ rewardId }: { rewardId: string }, cursor) =>
      api.call('mall.rewardChanges', { rewardId, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.rows,
  },
  { rewardId: '' },
)

export function loadShelf(): Promise<void> {
  return shelfStore.getState().load({})
}

export function rewardIn(shelf: Shelf | null, rewardId: string): ShelfReward | null {
  return shelf?.rewards.find((reward) => reward.rewardId === rewardId) ?? null
}
