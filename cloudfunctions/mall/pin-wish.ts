import type { mall, WishAnswer } from '../../shared/contract/mall'
import { pinned } from '../../shared/mall/goals'
import { accept, refuse } from '../../shared/refusal'
import { openBook, post } from '../points/ledger'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { isForMembers, readReward } from './reward-document'

/**
 * Pins the one reward that a member saves up for, or takes it off. It lies in her account, so that
 * whoever posts there knows when her points have reached it. Refuses REWARD_NOT_FOUND and
 * REWARD_OFF_SHELF.
 */
export const pinWish: UseCase<typeof mall.pinWish> = ({ rewardId }, context) => {
  const { memberId } = context
  const meaning = { memberId, rewardId }
  return recorded<WishAnswer>(context, { meaning }, async ({ record }) => {
    const reward = rewardId === null ? null : await readReward(rewardId)
    if (rewardId !== null && !reward) return refuse('REWARD_NOT_FOUND')
    if (reward && !isForMembers(reward)) return refuse('REWARD_OFF_SHELF')
    return inTransaction<WishAnswer>(async (tx) => {
      const book = await openBook(tx, memberId, context)
      const wish = reward && pinned({ ...reward, rewardId: reward._id }, book.account.balancePoints)
      await post(tx, book, { wish })
      const answer = { rewardId }
      await record(tx, answer)
      return accept(answer)
    })
  })
}
