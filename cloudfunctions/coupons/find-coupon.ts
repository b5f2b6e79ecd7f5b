import type { coupons } from '../../shared/contract/coupons'
import { admitHandOver, stateAt } from '../../shared/coupons/coupon'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { accept, refusalSentences } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeNameOf, storeOf } from '../runtime/roles'
import { couponForCode, lastUseOf, thingOf, tierFor } from './coupon-at-desk'
import { couponUseAt } from './repository'

/** Looks at a coupon by its digits, before anything is handed over. Refuses as `couponForCode`. */
export const findCoupon: UseCase<typeof coupons.findByCode> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const found = await couponForCode(input.couponCode, context)
  if (!found.ok) return found
  const { coupon, maskedName } = found.value
  const { _id: couponId, couponCode, kind, title, validFromOn, expiresOn } = coupon
  const tier = await tierFor(coupon, context)
  const admitted = admitHandOver(coupon, couponUseAt(store.value.storeId, context, { tier }))
  const words = limitWordsOf(coupon.limits, (storeId) => storeNameOf(context.shop, storeId))
  return accept({
    ...{ couponId, couponCode, kind, title, maskedName, validFromOn, expiresOn },
    ...{ face: faceOf(coupon), sentence: sentenceOf(coupon), limitWords: [...words] },
    ...{
      thing: thingOf(coupon),
      state: stateAt(coupon, context),
      used: lastUseOf(coupon, context),
    },
    refusal: admitted.ok ? null : { code: admitted.code, message: refusalSentences[admitted.code] },
  })
}
