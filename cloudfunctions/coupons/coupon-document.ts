/** A coupon as it is stored, and as a wallet shows it. */
import type { WalletCoupon } from '../../shared/contract/coupons'
import { type CouponSource, type CouponTerms, stateAt } from '../../shared/coupons/coupon'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, figuresOf, sentenceOf } from '../../shared/coupons/kinds'
import type { Belonging } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import type { Stored } from '../runtime/database'
import { storeNameOf } from '../runtime/roles'

export type CouponDocument = CouponTerms &
  Belonging & {
    readonly templateId: string
    readonly templateVersion: number
    readonly title: string
    /** What staff type to hand a thing over; every coupon has one. */
    readonly couponCode: string
    /** Unique: its own id, or the drop and the member of whom a drop gives to each once. */
    readonly claimKey: string
    /** Unique: the request that claimed it, or its own id. */
    readonly requestKey: string
    readonly issuedAt: number
    readonly usedAt: number | null
    readonly usedBy: UsedBy | null
    /** When a refund gave it back; it does so with extra days once. */
    readonly returnedAt: number | null
    readonly source: CouponSource
    /** The issue that it belongs to, and the community that it was claimed in. */
    readonly batchId: string | null
    readonly communityId: string | null
    /** When it was withdrawn and why, in the shop's words; absent or null where nobody is told. */
    readonly revoked?: { readonly at: number; readonly reason: string } | null
    /** When a friend accepted it, and of whom; it is given on once. */
    readonly transferred?: { readonly at: number; readonly fromId: string } | null
  }

/** Where it was used: by a purchase, or by staff who handed the thing over. */
export interface UsedBy {
  readonly purchaseId: string | null
  readonly storeId: string
  readonly staffName: string | null
}

export type Coupon = Stored<CouponDocument>

export function walletCouponOf(
  coupon: Coupon,
  context: Pick<Context, 'now' | 'todayOn' | 'shop'>,
): WalletCoupon {
  const { _id, title, thresholdFen, validFromOn, expiresOn, usedAt, limits, heldBy, memberId } =
    coupon
  const state = stateAt(coupon, context)
  const isThing = coupon.kind === 'gift' || coupon.kind === 'exchange'
  return {
    ...figuresOf(coupon),
    ...{ couponId: _id, title, thresholdFen, validFromOn, expiresOn, usedAt, state },
    ...{ face: faceOf(coupon), sentence: sentenceOf(coupon) },
    limitWords: [...limitWordsOf(limits, (storeId) => storeNameOf(context.shop, storeId))],
    ...{ limits, stackGroup: coupon.stackGroup },
    heldUntilAt: state === 'held' ? (heldBy?.untilAt ?? null) : null,
    couponCode: isThing ? coupon.couponCode : null,
    isTransferable: coupon.transferable && !coupon.transferred && state === 'issued',
    // Nobody but a giver holds her own coupon.
    offerId: state === 'held' && heldBy?.staffId === memberId ? heldBy.id : null,
    revoked: coupon.revoked ?? null,
  }
}
