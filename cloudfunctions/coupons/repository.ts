/** The coupons' collection: reads, and what other features do to a coupon in their transaction. */
import type { WalletCoupon } from '../../shared/contract/coupons'
import {
  type CouponSource,
  type CouponTemplate,
  type CouponTerms,
  couponExpiryOf,
  couponOffFor,
  returnedCouponExpiryOf,
} from '../../shared/coupons/coupon'
import { WALLET_MAX_COUPONS } from '../../shared/limits'
import type { Belonging } from '../runtime/belongings'
import {
  command,
  countWhere,
  findWhere,
  getById,
  type Stored,
  type Transaction,
} from '../runtime/database'

const GIFTS_OF_ONE_PURCHASE = 20

export type CouponDocument = CouponTerms &
  Belonging & {
    readonly templateId: string
    readonly title: string
    readonly issuedAt: number
    readonly usedAt: number | null
    readonly usedBy: { readonly purchaseId: string; readonly storeId: string } | null
    readonly source: CouponSource
  }
export type Coupon = Stored<CouponDocument>

/** The member's coupons, those that live longest first; at most a wallet's worth. */
export function couponsOf(memberId: string): Promise<Coupon[]> {
  return findWhere<CouponDocument>(
    'coupons',
    { memberId },
    {
      orderBy: ['expiresOn', 'desc'],
      limit: WALLET_MAX_COUPONS,
    },
  )
}

/** Coupons that can be used from today on, the soonest-expiring first. */
export function usableCouponsOf(memberId: string, todayOn: string): Promise<Coupon[]> {
  return findWhere<CouponDocument>('coupons', usable(memberId, todayOn), {
    orderBy: ['expiresOn', 'asc'],
    limit: WALLET_MAX_COUPONS,
  })
}

export function countUsable(memberId: string, todayOn: string): Promise<number> {
  return countWhere('coupons', usable(memberId, todayOn))
}

/** Those of `coupons` that fit a bill, the greatest saving first. */
export function fittingCoupons(
  coupons: readonly Coupon[],
  use: { billFen: number; storeId: string; todayOn: string },
): Coupon[] {
  const offOf = (coupon: Coupon) => {
    const off = couponOffFor(coupon, use)
    return off.ok ? off.value : 0
  }
  return coupons.filter((coupon) => offOf(coupon) > 0).sort((a, b) => offOf(b) - offOf(a))
}

/**
 * A coupon that a purchase names as its own, whosever it is by now: while memberships are merged
 * the one may have followed and the other not yet.
 */
export function namedCoupon(couponId: string, tx?: Transaction): Promise<Coupon | null> {
  return tx
    ? tx.get<CouponDocument>('coupons', couponId)
    : getById<CouponDocument>('coupons', couponId)
}

/** A coupon of this member; somebody else's is as absent as one that never was. */
export async function readCoupon(
  tx: Transaction,
  couponId: string,
  memberId: string,
): Promise<Coupon | null> {
  const coupon = await tx.get<CouponDocument>('coupons', couponId)
  return coupon?.memberId === memberId ? coupon : null
}

/**
 * What was given for a purchase. Whoever gives something for a purchase reads the purchase in the
 * same transaction, so that nothing is given for one that a refund is just undoing.
 */
export function giftsForPurchase(purchaseId: string): Promise<Coupon[]> {
  return findWhere<CouponDocument>(
    'coupons',
    { 'source.kind': 'purchase', 'source.id': purchaseId },
    { orderBy: ['expiresOn', 'asc'], limit: GIFTS_OF_ONE_PURCHASE },
  )
}

/** A new coupon of a template, valid from the day of issue. */
export function couponFrom(
  template: CouponTemplate,
  issue: {
    couponId: string
    memberId: string
    at: number
    todayOn: string
    source: CouponSource
  },
): Coupon {
  const { validDays: _validDays, ...terms } = template
  return {
    ...terms,
    _id: issue.couponId,
    memberId: issue.memberId,
    validFromOn: issue.todayOn,
    expiresOn: couponExpiryOf(issue.todayOn, template),
    state: 'issued',
    issuedAt: issue.at,
    usedAt: null,
    usedBy: null,
    source: issue.source,
    mergeId: null,
  }
}

export function issueCoupon(tx: Transaction, coupon: Coupon): Promise<void> {
  return tx.insert('coupons', coupon)
}

export function verifyCoupon(
  tx: Transaction,
  coupon: Coupon,
  use: { purchaseId: string; storeId: string; at: number },
): Promise<void> {
  const { purchaseId, storeId, at } = use
  return tx.put('coupons', {
    ...coupon,
    state: 'used',
    usedAt: at,
    usedBy: { purchaseId, storeId },
  })
}

/** A refunded purchase gives its coupon back, with some days left to use it. */
export function returnCoupon(tx: Transaction, coupon: Coupon, todayOn: string): Promise<void> {
  const expiresOn = returnedCouponExpiryOf(coupon.expiresOn, todayOn)
  return tx.put('coupons', { ...coupon, expiresOn, state: 'issued', usedAt: null, usedBy: null })
}

/** Withdraws a coupon that was not used. */
export function revokeCoupon(tx: Transaction, coupon: Coupon): Promise<void> {
  return tx.put('coupons', { ...coupon, state: 'revoked' })
}

export function walletCouponOf(coupon: Coupon, todayOn: string): WalletCoupon {
  const { _id, title, kind, faceFen, thresholdFen, validFromOn, expiresOn, usedAt } = coupon
  const over = coupon.state === 'issued' && expiresOn < todayOn
  return {
    couponId: _id,
    title,
    kind,
    faceFen,
    thresholdFen,
    validFromOn,
    expiresOn,
    usedAt,
    state: over ? 'expired' : coupon.state,
    storeIds: [...coupon.storeIds],
  }
}

function usable(memberId: string, todayOn: string) {
  return { memberId, state: 'issued', expiresOn: command.gte(todayOn) }
}
