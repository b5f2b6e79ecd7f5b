import type { CancelAnswer } from '../../shared/contract/mall'
import { returnBurnt } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { enter, openBook, post } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { Redemption } from './repository'

export interface Undoing {
  readonly state: 'cancelled' | 'expired'
  readonly reason: 'redemptionCancelled' | 'pickupExpired'
  readonly context: Pick<Context, 'now' | 'todayOn' | 'shop'>
}

/**
 * Gives the points of a redemption back to their lots, in the caller's transaction. Its unit of
 * stock is marked as due and goes back after the commit, by `giveBackUnits` or by the sweeper. She
 * is told when its time ran out. Refuses BUSY while it is on its way to another membership.
 */
export async function undoRedemption(
  tx: Transaction,
  redemption: Redemption,
  { state, reason, context }: Undoing,
): Promise<Outcome<CancelAnswer>> {
  const { now, todayOn, shop } = context
  const { rewardId, rewardTitle, pricePoints } = redemption
  const book = await openBook(tx, redemption.memberId, context)
  if (isOnItsWayBack(redemption, book.account.mergedFrom)) return refuse('BUSY')
  const step = returnBurnt(book.account, redemption.burntLots, {
    todayOn,
    graceDays: shop.returnedPointsDays,
  })
  const { redeemedCounts } = book.account
  const left = Math.max((redeemedCounts[rewardId] ?? 0) - 1, 0)
  const words = {
    key: `return:${redemption._id}`,
    reason,
    sourceId: redemption._id,
    facts: { rewardTitle },
  }
  await post(tx, enter(book, step, words), {
    redeemedCounts: { ...redeemedCounts, [rewardId]: left },
  })
  const after = { ...redemption, state, stockDueAt: now, cancelled: { at: now } }
  await tx.put('redemptions', after)
  // She cancels with her own hand; that time ran out she would only find out by looking.
  if (state === 'expired') {
    const redemptionId = redemption._id
    await tell(tx, {
      ...{ memberId: book.account._id, source: redemptionId, at: now },
      ...{ kind: 'pickupExpired', facts: { redemptionId, rewardTitle, points: pricePoints } },
    })
  }
  return accept({
    redemptionId: redemption._id,
    state,
    returnedPoints: pricePoints,
    balancePoints: step.account.balancePoints,
    cancelledAt: now,
  })
}
