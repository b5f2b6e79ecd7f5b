import type { OfferWithdrawn } from '../../shared/contract/coupon-offers'
import type { coupons } from '../../shared/contract/coupons'
import { admitWithdraw } from '../../shared/coupons/transfer'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { readOffer, saveOffer } from './offers'
import { releaseCoupon } from './release-in-transaction'
import { namedCoupon } from './repository'

/**
 * Takes an offer back before anybody took the coupon; one of a void batch is withdrawn. Refuses
 * OFFER_NOT_FOUND for somebody else's, OFFER_TAKEN, OFFER_OVER.
 */
export const withdrawOffer: UseCase<typeof coupons.withdraw> = ({ offerId }, context) =>
  recorded<OfferWithdrawn>(context, { meaning: { offerId } }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await withdrawIn(tx, offerId, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )

async function withdrawIn(
  tx: Transaction,
  offerId: string,
  { memberId, now, todayOn }: MemberContext,
): Promise<Outcome<OfferWithdrawn>> {
  const offer = await readOffer(offerId, tx)
  const coupon = offer && (await namedCoupon(offer.couponId, tx))
  if (!offer || !coupon) return refuse('OFFER_NOT_FOUND')
  const admitted = admitWithdraw(offer, { memberId, ownerId: coupon.memberId, now })
  if (!admitted.ok) return admitted
  await releaseCoupon(tx, { couponId: coupon._id, holdId: offerId }, { now, todayOn })
  await saveOffer(tx, { ...offer, state: 'withdrawn' })
  return accept({ offerId, couponId: coupon._id })
}
