import type { coupons } from '../../shared/contract/coupons'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { walletCouponOf } from './coupon-document'
import { couponsOf } from './repository'

/** The member's coupons, used and expired ones too. */
export const listWallet: UseCase<typeof coupons.wallet> = async (_input, context) => {
  const { member, now, todayOn } = context
  const held = await couponsOf(member._id)
  return accept({
    serverNow: now,
    todayOn,
    coupons: held.map((coupon) => walletCouponOf(coupon, context)),
  })
}
