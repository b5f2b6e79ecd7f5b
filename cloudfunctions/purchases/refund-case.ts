/** What a refund depends on, and what it does: the same for the preview and for the refund. */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { RefundPreview, RefundShown, refunds } from '../../shared/contract/refunds'
import { accountOn } from '../../shared/points/due'
import { type RefundEffect, refundFor } from '../../shared/purchases/refund'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { voidedAmong } from '../coupons/batches-in-transaction'
import type { Coupon } from '../coupons/coupon-document'
import { giftsForPurchase, namedCoupon } from '../coupons/repository'
import type { CompanionEffect, ToldRefund } from '../points/purchase-companion'
import { type Account, readAccount } from '../points/repository'
import { type Context, meaningHashOf, type StaffContext } from '../runtime/context'
import { roleAt } from '../runtime/roles'
import { type FoundWith, findWith, toldOf, undoWith } from './companions-in-transaction'
import { openedOf } from './purchase-answers'
import { entryKeyOf, type Purchase } from './purchase-document'

export type RefundInput = ParsedInputOf<typeof refunds.previewRefund>

export interface RefundCase {
  readonly purchase: Purchase
  /** As opening her book today leaves it. */
  readonly account: Account
  /** The coupons that the purchase used. */
  readonly coupons: readonly Coupon[]
  readonly gifts: readonly Coupon[]
  /** What its companions find of it. */
  readonly company: FoundWith
  /** Of their batches those that were voided. */
  readonly voidBatchIds: ReadonlySet<string>
}

/** All that a refund does to a case. */
export interface RefundOutcome {
  readonly effect: RefundEffect
  /** What its companions undo, with her account after all of it. */
  readonly undone: CompanionEffect
}

/** Those who may refund it may also look at what it would do. */
export function admitRefund(
  purchase: Purchase,
  { staff, memberId }: Pick<StaffContext, 'staff' | 'memberId'>,
): Outcome<null> {
  if (!roleAt(staff, purchase.storeId)) return refuse('STORE_FOREIGN')
  return purchase.memberId === memberId ? refuse('SELF_SERVICE') : accept(null)
}

/** What the refund would do to this case. Refuses what the rule refuses. */
export function outcomeOf(
  found: RefundCase,
  input: RefundInput,
  context: Pick<Context, 'shop' | 'todayOn'>,
): Outcome<RefundOutcome> {
  const effect = effectOn(found, input, context)
  if (!effect.ok) return effect
  const told = toldRefundOf(found.purchase, effect.value, context.todayOn)
  const account = { ...found.account, ...effect.value.account }
  const undone = undoWith(found.company, told, { account, shop: context.shop })
  return accept({ effect: effect.value, undone })
}

/** A refund as the purchase's companions hear of it. */
export function toldRefundOf(
  purchase: Purchase,
  { moneyFen, isFull }: Pick<RefundEffect, 'moneyFen' | 'isFull'>,
  todayOn: string,
): ToldRefund {
  const leftFen = purchase.bill.paidFen - purchase.refundedFen - moneyFen
  return { ...toldOf(purchase, todayOn), moneyFen, leftFen, isFull }
}

function effectOn(
  { purchase, account, coupons, gifts, voidBatchIds }: RefundCase,
  input: RefundInput,
  { shop, todayOn }: Pick<Context, 'shop' | 'todayOn'>,
): Outcome<RefundEffect> {
  const { freightFen, isShopFault } = input
  const lines = input.lines ?? (freightFen > 0 ? [] : null)
  const refundable = { ...purchase, entryKey: entryKeyOf(purchase._id) }
  return refundFor(
    refundable,
    { lines, freightFen },
    {
      account,
      todayOn,
      graceDays: isShopFault ? shop.shopFaultPointsDays : shop.returnedPointsDays,
      coupons: coupons
        .filter(({ usedBy }) => usedBy?.purchaseId === purchase._id)
        .map(({ _id: couponId, title, state, expiresOn, returnedAt, batchId }) => {
          const isVoid = batchId !== null && voidBatchIds.has(batchId)
          return { couponId, title, state, expiresOn, returnedAt, isVoid }
        }),
      gifts: gifts.map(({ _id: couponId, state }) => ({ couponId, state })),
    },
  )
}

/** What it does in money, goods and points: shown before, and kept in the purchase ever after. */
export function figuresOf(effect: RefundEffect) {
  const { lines, freightFen, moneyFen, isFull } = effect
  const { clawbackPoints, expiredPoints, pendingPoints, takenLots, newDebtPoints } = effect
  const { returnedPoints, returnedLots, debtRepaidPoints } = effect
  return {
    ...{ lines, freightFen, moneyFen, isFull },
    ...{ clawbackPoints, expiredPoints, pendingPoints, takenLots, newDebtPoints },
    ...{ returnedPoints, returnedLots, debtRepaidPoints },
  }
}

export function shownOf(
  { coupons, gifts }: RefundCase,
  { effect, undone }: RefundOutcome,
  { isShopFault }: RefundInput,
): RefundShown {
  const { returnedCoupons, withdrawnCouponIds, voidedGiftIds } = effect
  const { balancePoints, debtPoints } = undone.account
  const titlesOf = (some: readonly Coupon[], ids: readonly string[]) =>
    some.filter(({ _id }) => ids.includes(_id)).map(({ title }) => title)
  return {
    ...figuresOf(effect),
    ...{ isShopFault, balancePoints, debtPoints },
    undoneWith: undone.lines,
    coupons: [...returnedCoupons],
    withdrawnCoupons: titlesOf(coupons, withdrawnCouponIds),
    voidedGifts: titlesOf(gifts, voidedGiftIds),
  }
}

/** Of everything that the preview shows: whatever moves one of its figures makes it stale. */
export function previewHashOf(purchaseId: string, shown: RefundShown): string {
  return meaningHashOf({ purchaseId, shown: JSON.stringify(shown) })
}

/** Each batch once: those of the coupons that were given out as one. */
export function batchIdsOf(coupons: readonly Coupon[]): readonly string[] {
  return [...new Set(coupons.flatMap(({ batchId }) => batchId ?? []))]
}

/** The preview of a purchase that the caller may see. */
export async function previewOf(
  purchase: Purchase,
  input: RefundInput,
  context: Pick<Context, 'shop' | 'todayOn' | 'now'>,
): Promise<Outcome<RefundPreview>> {
  const [account, gifts, company, ...named] = await Promise.all([
    readAccount(purchase.memberId),
    giftsForPurchase(purchase._id),
    findWith(toldOf(purchase, context.todayOn)),
    ...purchase.couponIds.map((couponId) => namedCoupon(couponId)),
  ])
  const coupons = named.filter((coupon) => coupon !== null)
  const voidBatchIds = await voidedAmong(batchIdsOf(coupons))
  const own = accountOn(account, context.todayOn)
  const found = { purchase, coupons, gifts, company, voidBatchIds, account: own }
  const outcome = outcomeOf(found, input, context)
  if (!outcome.ok) return outcome
  const shown = shownOf(found, outcome.value, input)
  return accept({
    serverNow: context.now,
    purchase: openedOf(purchase),
    shown,
    previewHash: previewHashOf(purchase._id, shown),
  })
}
