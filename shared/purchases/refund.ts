/**
 * What a refund does, all of it, before anything is booked: money, points earned and spent by lot,
 * debt, what is pending, coupons, gifts. It is cumulative: the points that the amount left
 * would not have earned, less what earlier refunds asked back; so three parts equal one whole. A
 * full refund returns the coupons, and makes void what was given for the purchase and is unused.
 */
import { type CouponState, returnedCouponExpiryOf } from '../coupons/coupon'
import { returnBurnt } from '../points/ledger'
import { type Lot, returnedExpiryOf, sumOf, takeEarliest } from '../points/lots'
import { clawBackEarn } from '../points/pending'
import type { LedgerStep, PointsAccount } from '../points/points-account'
import { accept, type Outcome } from '../refusal'
import { type EarnRule, fullPointsFor } from '../rules/earning'
import type { Bill } from './bill'
import {
  type RefundableLines,
  type RefundParts,
  type RefundWish,
  refundParts,
} from './refund-lines'
import type { RefundedPoints, RefundRecord, ReturnedCoupon, ReturnedLot } from './refund-record'

export interface RefundablePurchase extends RefundableLines {
  /** The entry that booked its points. */
  readonly entryKey: string
  readonly bill: RefundableLines['bill'] & Pick<Bill, 'earnedPoints'>
  readonly earnedExpiresOn: string
  readonly earnRule: EarnRule
  readonly businessOn: string
  readonly refunds: readonly RefundRecord[]
}

/** What a refund depends on, beside the purchase. */
export interface RefundWorld {
  /** With everything entered that is due by today. */
  readonly account: PointsAccount
  readonly todayOn: string
  /** How long points live that return after they expired. */
  readonly graceDays: number
  /** What the purchase used, as far as it is still used by it. */
  readonly coupons: readonly UsedCoupon[]
  /** What was given because of the purchase. */
  readonly gifts: readonly { readonly couponId: string; readonly state: CouponState }[]
}

export interface UsedCoupon {
  readonly couponId: string
  readonly title: string
  readonly state: CouponState
  readonly expiresOn: string
  /** When a refund gave it back before. */
  readonly returnedAt: number | null
  /** Its batch was voided since: it does not come back. */
  readonly isVoid: boolean
}

export interface RefundEffect extends RefundParts, RefundedPoints {
  /** What is entered in the member's book, in this order. */
  readonly steps: readonly { readonly does: 'takes' | 'returns'; readonly step: LedgerStep }[]
  readonly account: PointsAccount
  readonly returnedCoupons: readonly ReturnedCoupon[]
  /** Used coupons that would return, had their batch not been voided. */
  readonly withdrawnCouponIds: readonly string[]
  readonly voidedGiftIds: readonly string[]
}

/** Works out a refund. Refuses what `refundParts` refuses. */
export function refundFor(
  purchase: RefundablePurchase,
  wish: RefundWish,
  world: RefundWorld,
): Outcome<RefundEffect> {
  const parts = refundParts(purchase, wish)
  if (!parts.ok) return parts
  const { isFull } = parts.value
  const taking = takeBack(purchase, parts.value, world)
  const returning = giveBack(purchase, parts.value, { ...world, account: taking.account })
  const { coupons, gifts, todayOn } = world
  const returned = isFull ? coupons.filter(({ state }) => state === 'used') : []
  return accept({
    ...parts.value,
    ...taking.told,
    ...returning.told,
    steps: [...taking.steps, ...returning.steps],
    account: returning.account,
    returnedCoupons: returned
      .filter(({ isVoid }) => !isVoid)
      .map((coupon) => ({
        couponId: coupon.couponId,
        title: coupon.title,
        expiresOn: returnedCouponExpiryOf(coupon, todayOn),
      })),
    withdrawnCouponIds: returned.filter(({ isVoid }) => isVoid).map(({ couponId }) => couponId),
    // Also one that is on its way to a friend: who gives it away quickly keeps nothing.
    voidedGiftIds: isFull
      ? gifts.filter(({ state }) => isUnused(state)).map(({ couponId }) => couponId)
      : [],
  })
}

/** Points that the amount left would not have earned, by the rule that booked the purchase. */
export function clawbackPointsOf(purchase: RefundablePurchase, countedLeftFen: number): number {
  const { earnRule, businessOn, refunds } = purchase
  const { earnedPoints } = purchase.bill
  const wouldEarnPoints = fullPointsFor(countedLeftFen, businessOn, earnRule)
  // A cap had cut the points: what is left fills it first.
  const keptPoints = Math.min(wouldEarnPoints, earnedPoints)
  const askedPoints = refunds.reduce((sum, refund) => sum + refund.clawbackPoints, 0)
  return Math.max(earnedPoints - keptPoints - askedPoints, 0)
}

type Entered = Pick<RefundEffect, 'steps' | 'account'>
type Taken = Omit<RefundedPoints, 'returnedPoints' | 'returnedLots' | 'debtRepaidPoints'>
type Given = Pick<RefundedPoints, 'returnedPoints' | 'returnedLots' | 'debtRepaidPoints'>

function takeBack(
  purchase: RefundablePurchase,
  { countedLeftFen }: RefundParts,
  { account, todayOn }: RefundWorld,
): Entered & { readonly told: Taken } {
  const { entryKey, earnedExpiresOn: expiresOn, refunds } = purchase
  const points = clawbackPointsOf(purchase, countedLeftFen)
  // What earlier parts gave back is taken last: so parts and a whole take from the same lots.
  const sparedLots = refunds.flatMap(({ returnedLots }) => returnedLots)
  const steps = clawBackEarn(account, { entryKey, points, expiresOn, todayOn, sparedLots })
  const pendingPoints = sumPosted(steps.filter(({ movement }) => isPending(movement.posting.from)))
  const after = steps.at(-1)?.account ?? account
  const told: Taken = {
    clawbackPoints: points,
    expiredPoints: points - sumPosted(steps),
    pendingPoints,
    takenLots: steps.flatMap(({ movement }) => movement.lotChanges).map(negated),
    newDebtPoints: after.debtPoints - account.debtPoints,
  }
  return { told, account: after, steps: steps.map((step) => ({ does: 'takes', step })) }
}

function giveBack(
  purchase: RefundablePurchase,
  { returnedPoints }: RefundParts,
  { account, todayOn, graceDays }: RefundWorld,
): Entered & { readonly told: Given } {
  if (returnedPoints === 0) {
    const nothing = { returnedPoints, returnedLots: [], debtRepaidPoints: 0 }
    return { told: nothing, account, steps: [] }
  }
  const goingTo = (expiresOn: string) => returnedExpiryOf(expiresOn, todayOn, graceDays)
  // What dies soonest comes back first, as it was spent: it is what repays a debt.
  const left = spentLotsLeftOf(purchase)
    .map((lot) => ({ ...lot, toOn: goingTo(lot.expiresOn) }))
    .sort((a, b) =>
      a.toOn === b.toOn ? compare(a.expiresOn, b.expiresOn) : compare(a.toOn, b.toOn),
    )
  const { taken } = takeEarliest(left, returnedPoints)
  const step = returnBurnt(account, taken, { todayOn, graceDays })
  const returnedLots: readonly ReturnedLot[] = taken.map(({ expiresOn: fromOn, points }) => ({
    fromOn,
    expiresOn: goingTo(fromOn),
    points,
  }))
  const debtRepaidPoints = account.debtPoints - step.account.debtPoints
  const told = { returnedPoints, returnedLots, debtRepaidPoints }
  return { told, account: step.account, steps: [{ does: 'returns', step }] }
}

/** What is left of the lots that paid for the goods. */
function spentLotsLeftOf({ bill, refunds }: RefundablePurchase): readonly Lot[] {
  const back = refunds.flatMap(({ returnedLots }) => returnedLots)
  return (bill.points?.lots ?? [])
    .map(({ expiresOn, points }) => {
      const own = back.filter(({ fromOn }) => fromOn === expiresOn)
      return { expiresOn, points: points - sumOf(own) }
    })
    .filter(({ points }) => points > 0)
}

function sumPosted(steps: readonly LedgerStep[]): number {
  return steps.reduce((sum, { movement }) => sum + movement.posting.points, 0)
}

function isUnused(state: CouponState): boolean {
  return state === 'issued' || state === 'held'
}

function isPending(from: string): boolean {
  return from === 'program:pending'
}

function negated({ expiresOn, points }: Lot): Lot {
  return { expiresOn, points: 0 - points }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
