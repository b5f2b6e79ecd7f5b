/**
 * What time does to coupons without anybody's hand: holds that have lapsed are taken off, offers
 * that nobody took are closed and their givers told, batches go on where a crash left them. Every
 * step is conditional, so it may be killed anywhere, run again, or run twice at once.
 */
import { stateAt } from '../../shared/coupons/coupon'
import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { Chore, Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { forgetting } from '../runtime/retention'
import { dueBatches } from './batches-in-transaction'
import { freeLapsed, lapsedHolds } from './idle-coupons'
import { issuePages } from './issue-pages'
import { lapsedOffers, oldOffers, readOffer, type StoredOffer, saveOffer } from './offers'
import { releaseCoupon, voidBatchOf, withdrawCoupon } from './release-in-transaction'
import { namedCoupon } from './repository'
import { revokePages } from './revoke-pages'

const PAGE_ROWS = 50
const PAGE_BATCHES = 20

/** Before the holds: whom an offer goes back to is told, and its hold goes with it. */
const closeOffers: Chore = {
  name: 'close-offers',
  every: 'tick',
  isDue: async ({ now }) => (await lapsedOffers(now, 1)).length > 0,
  run: async (context) => {
    const found = await lapsedOffers(context.now, PAGE_ROWS)
    let closed = 0
    for (const offer of found) {
      if (!context.hasTimeLeft()) break
      if (await closeOffer(offer, context)) closed += 1
    }
    return { closed, unfinished: closed < found.length || found.length === PAGE_ROWS ? 1 : 0 }
  },
}

/** What is at rest then says what is so: nobody has to know that a hold has lapsed. */
const releaseHolds: Chore = {
  name: 'release-holds',
  every: 'tick',
  isDue: async ({ now }) => (await lapsedHolds(now, 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    let released = 0
    while (hasTimeLeft()) {
      const found = await lapsedHolds(now, PAGE_ROWS)
      if (found.length > 0) released += await freeLapsed(found, now)
      if (found.length < PAGE_ROWS) return { released, unfinished: 0 }
    }
    return { released, unfinished: 1 }
  },
}

/** Goes on with a batch whose giving was killed on the way. */
const issueBatches: Chore = {
  name: 'issue-batches',
  every: 'tick',
  isDue: async ({ now }) => (await dueBatches('issuing', now, 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    const found = await dueBatches('issuing', now, PAGE_BATCHES)
    for (const { _id } of found) await issuePages(_id, hasTimeLeft)
    return { batches: found.length }
  },
}

/** Withdraws what is left of void batches: what a crash left, what was held until now. */
const voidBatches: Chore = {
  name: 'void-batches',
  every: 'tick',
  isDue: async ({ now }) => (await dueBatches('voiding', now, 1)).length > 0,
  run: async (context) => {
    let revoked = 0
    for (const { _id } of await dueBatches('voiding', context.now, PAGE_BATCHES)) {
      revoked += await revokePages(_id, context)
    }
    return { revoked }
  },
}

export const sweepCoupons: Timer = {
  chores: [closeOffers, releaseHolds, issueBatches, voidBatches, forgetting(oldOffers)],
}

async function closeOffer({ _id }: StoredOffer, context: JobContext): Promise<boolean> {
  const { now } = context
  const outcome = await inTransaction(async (tx) => {
    const offer = await readOffer(_id, tx)
    if (offer?.state !== 'open' || offer.untilAt > now) return accept(false)
    const coupon = await namedCoupon(offer.couponId, tx)
    await saveOffer(tx, { ...offer, state: 'over' })
    if (!coupon) return accept(true)
    // By now it may be used, withdrawn, or offered anew: then there is nothing to tell.
    const isBack = coupon.heldBy === null || coupon.heldBy.id === _id
    if (!isBack || ['used', 'revoked'].includes(stateAt(coupon, context))) return accept(true)
    // Of a void batch it does not come back, also when its hold was taken off before.
    const batch = await voidBatchOf(tx, coupon)
    if (batch) {
      await withdrawCoupon(tx, { coupon, batch }, context)
      return accept(true)
    }
    await releaseCoupon(tx, { couponId: coupon._id, holdId: _id }, context)
    const { memberId, title: couponTitle } = coupon
    const facts = { couponTitle }
    await tell(tx, { kind: 'couponReturned', facts, memberId, source: _id, at: now })
    return accept(true)
  })
  return outcome.ok && outcome.value
}
