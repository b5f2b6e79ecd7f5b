import type { mall } from '../../shared/contract/mall'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { changesOf } from './reward-changes'
import { allRewards, shelfRewardOf } from './reward-document'

/** All rewards as their managers see them, also what is off the shelf or not yet looked at. */
export const listShelf: UseCase<typeof mall.shelf> = async (_input, { now, todayOn }) => {
  const rewards = await allRewards()
  return accept({
    ...{ serverNow: now, todayOn },
    rewards: rewards.map((reward) => shelfRewardOf(reward, todayOn)),
  })
}

/** A page of who changed what of a reward, the newest first. */
export const listRewardChanges: UseCase<typeof mall.rewardChanges> = async (input, { now }) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await changesOf(input.rewardId, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const page = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  return accept({ serverNow: now, rows: [...page.rows], nextCursor: page.nextCursor })
}
