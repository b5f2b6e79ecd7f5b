import type { CouponHandedOver } from '../../shared/contract/coupon-desk'
import type { coupons } from '../../shared/contract/coupons'
import { admitHandOver } from '../../shared/coupons/coupon'
import { sentenceOf } from '../../shared/coupons/kinds'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import { readAccount } from '../points/repository'
import { isOnItsWayBack } from '../runtime/belongings'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import { couponForCode, type ShownCoupon, thingOf, tierFor, withUse } from './desk-document'
import { couponUseAt, namedCoupon, verifyCoupon } from './repository'

/**
 * Hands the thing of a gift coupon over: it works once. The same request again answers the first
 * result; another one refuses COUPON_USED with when, where and by whom. Refuses COUPON_AT_TILL for
 * what a bill takes, and what the coupon's days and limits refuse.
 */
export const verifyAtDesk: UseCase<typeof coupons.verify> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const { couponCode } = input
  const meaning = { couponCode, storeId: store.value.storeId }
  return recorded<CouponHandedOver>(context, { meaning }, async ({ record }) => {
    const found = await couponForCode(couponCode, context)
    if (!found.ok) return found
    return inTransaction(async (tx) => {
      const outcome = await handOver(tx, found.value, { store: store.value, context })
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

async function handOver(
  tx: Transaction,
  { coupon: { _id: couponId }, maskedName }: ShownCoupon,
  { store, context }: { store: Store; context: StaffContext },
): Promise<Outcome<CouponHandedOver>> {
  const coupon = await namedCoupon(couponId, tx)
  if (!coupon) return refuse('COUPON_NOT_FOUND')
  // It has changed hands since it was looked at: to staff herself, perhaps.
  if (coupon.memberId === context.memberId) return refuse('SELF_SERVICE')
  const { storeId, name: storeName } = store
  const tier = await tierFor(coupon, context, tx)
  const admitted = admitHandOver(coupon, couponUseAt(storeId, context, { tier }))
  if (!admitted.ok) return withUse(admitted, coupon, context)
  // A merge that was taken back may still be on its way: then it is another member's.
  if (coupon.mergeId) {
    const { mergedFrom } = await readAccount(coupon.memberId, tx)
    if (isOnItsWayBack(coupon, mergedFrom)) return refuse('BUSY')
  }
  const { now: at, staff } = context
  const staffName = staff.displayName
  await verifyCoupon(tx, coupon, { purchaseId: null, storeId, staffName, at })
  const { couponCode, title } = coupon
  return accept({
    ...{ couponId, couponCode, title, thing: thingOf(coupon), sentence: sentenceOf(coupon) },
    ...{ maskedName, usedAt: at, storeName, staffName },
  })
}
