import type { CouponOffered } from '../../shared/contract/coupon-offers'
import type { coupons } from '../../shared/contract/coupons'
import { admitOffer, OFFER_LIFE_MS } from '../../shared/coupons/transfer'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { Coupon } from './coupon-document'
import { insertOffer, newOfferId, readOffer } from './offers'
import { voidBatchOf } from './release-in-transaction'
import { holdCoupon, readCoupon } from './repository'

/**
 * Offers a coupon to one friend: it is held for a day, and who has the link may take it. While an
 * offer of it is open, it is that one. Refuses COUPON_NOT_FOUND for what is not hers, and what
 * `admitOffer` refuses.
 */
export const offerCoupon: UseCase<typeof coupons.offer> = ({ couponId }, context) =>
  recorded<CouponOffered>(context, { meaning: { couponId } }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await offerIn(tx, couponId, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )

async function offerIn(
  tx: Transaction,
  couponId: string,
  context: MemberContext,
): Promise<Outcome<CouponOffered>> {
  const { member, memberId: giverId, now, requestKey } = context
  const coupon = await readCoupon(tx, couponId, giverId)
  if (!coupon) return refuse('COUPON_NOT_FOUND')
  const open = await openOfferOf(tx, coupon, now)
  if (open) return accept(open)
  const admitted = admitOffer(coupon, context)
  if (!admitted.ok) return admitted
  // Nobody keeps a coupon of a void batch by offering it.
  if (await voidBatchOf(tx, coupon)) return refuse('BATCH_VOIDED')
  const offerId = newOfferId(requestKey)
  const untilAt = now + OFFER_LIFE_MS
  await holdCoupon(tx, coupon, { id: offerId, staffId: giverId, untilAt })
  await insertOffer(tx, {
    ...{ _id: offerId, couponId, couponTitle: coupon.title, state: 'open', untilAt },
    ...{ giverId, giverName: maskName(member.nickname), offeredAt: now },
    ...{ takerId: null, taking: null },
  })
  const facts = { couponTitle: coupon.title }
  await tell(tx, { kind: 'couponOffered', facts, memberId: giverId, source: offerId, at: now })
  return accept({ offerId, untilAt })
}

/** A hold may be of another kind: only an offer of hers is one. */
async function openOfferOf(
  tx: Transaction,
  { state, heldBy }: Coupon,
  now: number,
): Promise<CouponOffered | null> {
  if (state !== 'held' || !heldBy || heldBy.untilAt <= now) return null
  const offer = await readOffer(heldBy.id, tx)
  return offer && { offerId: offer._id, untilAt: offer.untilAt }
}
