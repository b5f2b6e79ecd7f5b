import { returnBurnt } from '../../shared/ledger'
import { enter, openBook, post } from '../points/ledger'
import type { JobContext } from '../runtime/context'
import { changeIf, type Transaction } from '../runtime/database'
import { returnUnit } from '../runtime/units'
import { type Redemption, unitOf } from './repository'

export interface Undoing {
  readonly state: 'cancelled' | 'expired'
  readonly reason: 'redemptionCancelled' | 'pickupExpired'
  readonly requestKey: string | null
  /** The answer to keep, from the balance after the points came back. */
  readonly answerFor: (balancePoints: number) => unknown
}

/**
 * Gives the points of a redemption back to their lots, in the caller's transaction. Its unit of
 * stock is marked as due and goes back after the commit, by `returnStock` or by the sweeper.
 */
export async function undoRedemption(
  tx: Transaction,
  redemption: Redemption,
  undoing: Undoing,
  context: Pick<JobContext, 'now' | 'todayOn' | 'shop'>,
): Promise<unknown> {
  const { now, todayOn, shop } = context
  const book = await openBook(tx, redemption.memberId, context)
  const step = returnBurnt(book.account, redemption.burntLots, {
    todayOn,
    graceDays: shop.returnedPointsDays,
  })
  const answer = undoing.answerFor(step.account.balancePoints)
  const { redeemedCounts } = book.account
  const { rewardId } = redemption
  const left = Math.max((redeemedCounts[rewardId] ?? 0) - 1, 0)
  await post(
    tx,
    enter(book, step, context, {
      key: `return:${redemption._id}`,
      reason: undoing.reason,
      sourceId: redemption._id,
      facts: { rewardTitle: redemption.rewardTitle },
    }),
    { redeemedCounts: { ...redeemedCounts, [rewardId]: left } },
  )
  await tx.put('redemptions', {
    ...redemption,
    state: undoing.state,
    stockDueAt: now,
    cancelled: { requestKey: undoing.requestKey, at: now, answer },
  })
  return answer
}

/** Puts the unit of an undone redemption back on the shelf, once, and says so on it. */
export async function returnStock(redemption: Redemption, now: number): Promise<void> {
  await returnUnit(unitOf(redemption.rewardId, redemption._id), now)
  await changeIf('redemptions', { _id: redemption._id }, { stockDueAt: null })
}
