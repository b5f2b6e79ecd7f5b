/** A coupon at the desk, told by the digits its owner shows: who may look, what she is told. */
import type { CouponAtDesk } from '../../shared/contract/coupon-desk'
import { admitHandOver, stateAt } from '../../shared/coupons/coupon'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, figuresOf, sentenceOf } from '../../shared/coupons/kinds'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, type Refusal, refusalSentences, refuse } from '../../shared/refusal'
import { tierOf } from '../../shared/rules/member-tier'
import type { TierId } from '../../shared/tiers/tier'
import { readAccount } from '../points/repository'
import { readMember } from '../runtime/caller'
import type { StaffContext } from '../runtime/context'
import { findWhere, type Transaction } from '../runtime/database'
import { admitAttempt, countFailure, storeNameOf } from '../runtime/roles'
import type { Coupon, CouponDocument } from './coupon-document'
import { couponUseAt } from './repository'

export interface ShownCoupon {
  readonly coupon: Coupon
  readonly maskedName: string
}

/** Refuses COUPON_NOT_FOUND (counted like a wrong member code), CODE_ATTEMPTS, SELF_SERVICE. */
export async function couponForCode(
  couponCode: string,
  context: StaffContext,
): Promise<Outcome<ShownCoupon>> {
  const { staff, now } = context
  const attempt = admitAttempt(staff, now)
  if (!attempt.ok) return attempt
  const found = await couponByCode(couponCode, context)
  if (found) return found
  await countFailure(staff, now)
  return refuse('COUPON_NOT_FOUND')
}

/** The coupon with these digits; null: there is none. Refuses SELF_SERVICE. */
export async function couponByCode(
  couponCode: string,
  { memberId }: StaffContext,
): Promise<Outcome<ShownCoupon> | null> {
  const [coupon] = await findWhere<CouponDocument>('coupons', { couponCode }, { limit: 1 })
  if (!coupon) return null
  if (coupon.memberId === memberId) return refuse('SELF_SERVICE')
  const owner = await readMember(coupon.memberId)
  return accept({ coupon, maskedName: maskName(owner?.nickname ?? '') })
}

/** What staff of this store see of it, and whether it may be handed over here and now. */
export async function couponAtDesk(
  { coupon, maskedName }: ShownCoupon,
  { storeId, context }: { readonly storeId: string; readonly context: StaffContext },
): Promise<CouponAtDesk> {
  const { _id: couponId, couponCode, kind, title, validFromOn, expiresOn } = coupon
  const tier = await tierFor(coupon, context)
  const admitted = admitHandOver(coupon, couponUseAt(storeId, context, { tier }))
  const words = limitWordsOf(coupon.limits, (id) => storeNameOf(context.shop, id))
  return {
    ...{ couponId, couponCode, kind, title, maskedName, validFromOn, expiresOn },
    ...{ face: faceOf(coupon), sentence: sentenceOf(coupon), limitWords: [...words] },
    ...{ thing: thingOf(coupon), state: stateAt(coupon, context) },
    used: lastUseOf(coupon, context),
    refusal: admitted.ok ? null : { code: admitted.code, message: refusalSentences[admitted.code] },
  }
}

/** When, where and by whom it was handed over or used; null: not yet. */
export function lastUseOf({ usedAt, usedBy }: Coupon, { shop }: Pick<StaffContext, 'shop'>) {
  if (usedAt === null) return null
  const { storeId = null, staffName = null } = usedBy ?? {}
  return { at: usedAt, storeName: storeNameOf(shop, storeId), staffName }
}

/** A used one says when, where and by whom. */
export function withUse(
  refusal: Refusal,
  coupon: Coupon,
  context: Pick<StaffContext, 'shop'>,
): Refusal {
  const use = lastUseOf(coupon, context)
  if (refusal.code !== 'COUPON_USED' || !use) return refusal
  const { at: usedAt, storeName, staffName } = use
  return refuse('COUPON_USED', { usedAt, storeName, staffName })
}

/** Her level, where the coupon asks for one: the others cost no call. */
export async function tierFor(
  { limits, memberId }: Coupon,
  context: Pick<StaffContext, 'shop' | 'todayOn'>,
  tx?: Transaction,
): Promise<TierId | null> {
  return limits.tierFrom === null ? null : tierOf(await readAccount(memberId, tx), context)
}

export function thingOf(coupon: Coupon): string | null {
  const figures = figuresOf(coupon)
  return 'thing' in figures ? figures.thing : null
}
