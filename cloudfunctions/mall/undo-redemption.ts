import { businessDayOf } from '../../shared/business-day'
import type { CancelAnswer } from '../../shared/contract/mall'
import { countReturned } from '../../shared/mall/redeemed-today'
import { returnBurnt } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { giveUpOrder } from '../payments/order-in-transaction'
import { enter, openBook, post } from '../points/ledger'
import { isOnItsWayBack } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { Redemption } from './repository'

export interface Undoing {
  readonly state: 'cancelled' | 'expired' | 'lapsed'
  readonly reason: 'redemptionCancelled' | 'pickupExpired' | 'redemptionLapsed'
  readonly context: Pick<Context, 'now' | 'todayOn' | 'shop'>
}

/**
 * Gives the points of a redemption back to their lots, in the caller's transaction, and its money,
 * if it has any, the way it came. Its unit of
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
  const paid = redemption.cashFen ? await giveBackMoney(tx, redemption, { state, now }) : noMoney
  if (!paid.ok) return paid
  const step = returnBurnt(book.account, redemption.burntLots, {
    todayOn,
    graceDays: shop.returnedPointsDays,
  })
  const { redeemedCounts, redeemedToday } = book.account
  const redeemedOn = businessDayOf(redemption.redeemedAt, shop.businessDay)
  const left = Math.max((redeemedCounts[rewardId] ?? 0) - 1, 0)
  const words = {
    key: `return:${redemption._id}`,
    reason,
    sourceId: redemption._id,
    facts: { rewardTitle },
  }
  await post(tx, enter(book, step, words), {
    redeemedCounts: { ...redeemedCounts, [rewardId]: left },
    redeemedToday: countReturned(redeemedToday, rewardId, redeemedOn),
  })
  const after = { ...redemption, state, stockDueAt: now, cancelled: { at: now } }
  await tx.put('redemptions', after)
  // She cancels with her own hand; that a time ran out she would only find out by looking.
  if (state !== 'cancelled') {
    const redemptionId = redemption._id
    await tell(tx, {
      ...{ memberId: book.account._id, source: redemptionId, at: now },
      kind: state === 'expired' ? 'pickupExpired' : 'redemptionLapsed',
      facts: { redemptionId, rewardTitle, points: pricePoints },
    })
  }
  return accept({
    redemptionId: redemption._id,
    state,
    returnedPoints: pricePoints,
    refundFen: paid.value.refundFen,
    balancePoints: step.account.balancePoints,
    cancelledAt: now,
  })
}

const noMoney = accept({ refundFen: 0 })

function giveBackMoney(
  tx: Transaction,
  { _id: thingId }: Redemption,
  { state: cause, now: at }: { state: Undoing['state']; now: number },
) {
  return giveUpOrder(tx, { what: 'redemption', thingId }, { cause, at })
}
