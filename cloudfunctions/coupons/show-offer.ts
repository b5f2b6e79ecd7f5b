import type { coupons } from '../../shared/contract/coupons'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeNameOf } from '../runtime/roles'
import { admitTaking } from './accept-offer'
import { readOffer } from './offers'
import { namedCoupon } from './repository'

/**
 * What a friend's link gives, before it is taken: the coupon, of whom, until when. Whoever has the
 * link may look, also before she joins; nothing is written. Who took it sees it still. Refuses as
 * taking it would.
 */
export const showOffer: UseCase<typeof coupons.showOffer> = async ({ offerId }, context) => {
  const { member, memberId, now, shop } = context
  const offer = await readOffer(offerId)
  const coupon = offer && (await namedCoupon(offer.couponId))
  if (!offer || !coupon) return refuse('OFFER_NOT_FOUND')
  const isTaken = offer.state === 'taken' && offer.takerId === memberId
  const admitted = isTaken ? accept(null) : admitTaking(offer, coupon, context)
  if (!admitted.ok) return admitted
  const { title, thresholdFen, validFromOn, expiresOn, limits } = coupon
  return accept({
    ...{ serverNow: now, offerId, giverName: offer.giverName, untilAt: offer.untilAt, isTaken },
    hasJoined: member !== null,
    coupon: {
      ...{ title, thresholdFen, validFromOn, expiresOn },
      ...{ face: faceOf(coupon), sentence: sentenceOf(coupon) },
      limitWords: [...limitWordsOf(limits, (storeId) => storeNameOf(shop, storeId))],
    },
  })
}
