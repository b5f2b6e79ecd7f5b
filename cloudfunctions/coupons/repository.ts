/** The coupons' collection: reads, and what other features do to a coupon in their transaction. */
import {
  type CouponHold,
  type CouponSource,
  type CouponTemplate,
  type CouponUse,
  returnedCouponExpiryOf,
  validDatesOf,
} from '../../shared/coupons/coupon'
import { WALLET_MAX_COUPONS } from '../../shared/limits'
import type { BillCoupon } from '../../shared/purchases/coupon-steps'
import type { Context } from '../runtime/context'
import {
  aggregate,
  command,
  countWhere,
  findWhere,
  getById,
  type Transaction,
} from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import type { Coupon, CouponDocument, UsedBy } from './coupon-document'

const GIFTS_OF_ONE_PURCHASE = 20

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

/** How many coupons can be used from today on, and which of them ends first: one call. */
export async function usableSummary(
  memberId: string,
  todayOn: string,
): Promise<{ readonly count: number; readonly next: Coupon | null }> {
  const $ = command.aggregate
  const [found] = await aggregate<{ count: number; next: Coupon }>('coupons', [
    ['match', usable(memberId, todayOn)],
    ['sort', { expiresOn: 1, _id: 1 }],
    ['group', { _id: null, count: $.sum(1), next: $.first('$$ROOT') }],
  ])
  return found ?? { count: 0, next: null }
}

/** As a bill uses it. */
export function onBill(coupon: Coupon): BillCoupon {
  return { couponId: coupon._id, title: coupon.title, terms: coupon }
}

/** What a use at this store is, now: by whom a coupon may be held for it, and of which level. */
export function couponUseAt(
  storeId: string,
  { now, todayOn }: Pick<Context, 'now' | 'todayOn'>,
  by: Partial<Pick<CouponUse, 'holder' | 'tier'>> = {},
): CouponUse {
  return { storeId, now, todayOn, tier: null, holder: null, ...by }
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

/** What was claimed under the first of these keys that has one, whosever it is by now. */
export async function couponByClaimKeys(claimKeys: readonly string[]): Promise<Coupon | null> {
  const claimed = { claimKey: command.in([...claimKeys]) }
  const found = await findWhere<CouponDocument>('coupons', claimed, { limit: claimKeys.length })
  const inOrder = claimKeys.flatMap((key) => found.filter(({ claimKey }) => claimKey === key))
  return inOrder[0] ?? null
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

/** The platform's cap on what an aggregation answers. */
const MOST_PURCHASES = 10_000

/**
 * What became of the coupons that were claimed in a community, in three calls at once: how many,
 * how many of them were used, and by which purchases, 10,000 at most.
 */
export async function claimedIn(communityId: string): Promise<{
  readonly claims: number
  readonly redemptions: number
  readonly purchaseIds: readonly string[]
}> {
  const used = { communityId, state: 'used' }
  const [claims, redemptions, purchases] = await Promise.all([
    countWhere('coupons', { communityId }),
    countWhere('coupons', used),
    aggregate<{ _id: string | null }>('coupons', [
      ['match', used],
      ['group', { _id: '$usedBy.purchaseId' }],
      ['limit', MOST_PURCHASES],
    ]),
  ])
  // A gift that was handed over was used by no purchase.
  return { claims, redemptions, purchaseIds: purchases.flatMap(({ _id }) => _id ?? []) }
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
    claimKey?: string
    requestKey?: string
    batchId?: string | null
    communityId?: string | null
  },
): Coupon {
  const { validity: _validity, version: templateVersion, ...terms } = template
  const { couponId, claimKey = couponId, requestKey = couponId } = issue
  const { batchId = null, communityId = null } = issue
  return {
    ...terms,
    ...validDatesOf(issue.todayOn, template),
    ...{ _id: couponId, memberId: issue.memberId, claimKey, requestKey, templateVersion },
    ...{ couponCode: newPickupCode(), state: 'issued', heldBy: null, issuedAt: issue.at },
    ...{ usedAt: null, usedBy: null, returnedAt: null },
    ...{ source: issue.source, batchId, communityId, mergeId: null },
  }
}

export function issueCoupon(tx: Transaction, coupon: Coupon): Promise<void> {
  return tx.insert('coupons', coupon)
}

export function verifyCoupon(
  tx: Transaction,
  coupon: Coupon,
  { at, ...usedBy }: UsedBy & { readonly at: number },
): Promise<void> {
  return tx.put('coupons', { ...coupon, state: 'used', heldBy: null, usedAt: at, usedBy })
}

/** Keeps a coupon from everybody else until an instant, with the same last day. */
export function holdCoupon(tx: Transaction, coupon: Coupon, hold: CouponHold): Promise<void> {
  return tx.put('coupons', { ...coupon, state: 'held', heldBy: hold })
}

/** Nothing holds it any more. */
export function freeCoupon(tx: Transaction, coupon: Coupon): Promise<void> {
  return tx.put('coupons', { ...coupon, state: 'issued', heldBy: null })
}

/** A refunded purchase gives its coupon back, the first time with some days left to use it. */
export function returnCoupon(
  tx: Transaction,
  coupon: Coupon,
  { now: returnedAt, todayOn }: Pick<Context, 'now' | 'todayOn'>,
): Promise<void> {
  const expiresOn = returnedCouponExpiryOf(coupon, todayOn)
  const back = { expiresOn, returnedAt, usedAt: null, usedBy: null }
  return tx.put('coupons', { ...coupon, ...back, state: 'issued' })
}

/** Withdraws a coupon that was not used; with a reason its owner sees it withdrawn. */
export function revokeCoupon(
  tx: Transaction,
  coupon: Coupon,
  revoked: CouponDocument['revoked'] = null,
): Promise<void> {
  return tx.put('coupons', { ...coupon, state: 'revoked', heldBy: null, revoked })
}

/** Gives it to a friend: the same coupon, whose owner is another. */
export function transferCoupon(
  tx: Transaction,
  coupon: Coupon,
  { toId, at }: { toId: string; at: number },
): Promise<void> {
  const transferred = { at, fromId: coupon.memberId }
  // Whoever gave it away knew its digits.
  const couponCode = newPickupCode()
  const freed = { state: 'issued', heldBy: null } as const
  return tx.put('coupons', { ...coupon, ...freed, couponCode, memberId: toId, transferred })
}

function usable(memberId: string, todayOn: string) {
  return { memberId, state: command.in(['issued', 'held']), expiresOn: command.gte(todayOn) }
}
