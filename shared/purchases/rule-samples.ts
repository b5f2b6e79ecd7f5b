/**
 * Three purchases on which a change of the rules is tried before it is published: a small one, a
 * usual one with a coupon and goods that earn nothing, and a large one on a member day. What they
 * earn is worked out by the code that settles.
 */
import { addDays } from '../business-date'
import type { CouponTerms } from '../coupons/coupon'
import { type EarnCap, earnedExpiryOf, releasedOn } from '../rules/earning'
import type { Shop } from '../rules/shop'
import { offFenOf, pointsRoomFor } from './points-payment'
import { billFor } from './purchase'

export interface RuleSample {
  readonly name: 'small' | 'usual' | 'large'
  readonly billFen: number
  readonly excludedFen: number
  readonly couponOffFen: number
  readonly on: string
  readonly isMemberDay: boolean
}

/** What one sample brings under one version of the rules. */
export interface SampleEffect {
  readonly payableFen: number
  readonly earnPoints: number
  readonly cap: EarnCap
  /** Null: at once. */
  readonly releasesOn: string | null
  readonly expiresOn: string
  /** The most that points may pay of it, for a member who has plenty; 0 when they may not. */
  readonly payPoints: number
  readonly payOffFen: number
  /** What the points are worth to the shop. One division, rounded down. */
  readonly worthFen: number
}

const bills = [
  { name: 'small', billFen: 1_850, excludedFen: 0, couponOffFen: 0 },
  { name: 'usual', billFen: 12_800, excludedFen: 3_000, couponOffFen: 1_000 },
  { name: 'large', billFen: 128_800, excludedFen: 0, couponOffFen: 0 },
] as const

/** Two months hold every day of a month. */
const DAYS_LOOKED_AHEAD = 62

/**
 * The samples, on coming days: the first two on one that is a member day neither before nor after,
 * the large one on a member day, if there is one.
 */
export function samplesFor(
  todayOn: string,
  { before, after }: { before: Shop; after: Shop },
): readonly RuleSample[] {
  const coming = Array.from({ length: DAYS_LOOKED_AHEAD }, (_, ahead) => addDays(todayOn, ahead))
  const plain = coming.find((on) => !isMemberDay(on, before) && !isMemberDay(on, after)) ?? todayOn
  const memberDay =
    coming.find((on) => isMemberDay(on, after)) ?? coming.find((on) => isMemberDay(on, before))
  return bills.map((bill) => {
    const on = bill.name === 'large' ? (memberDay ?? plain) : plain
    return { ...bill, on, isMemberDay: isMemberDay(on, before) || isMemberDay(on, after) }
  })
}

/** What a sample earns under the rules of this shop, for a member who has earned nothing yet. */
export function effectOf(sample: RuleSample, shop: Shop): SampleEffect {
  const { billFen, excludedFen, on } = sample
  const { earnRule, pointValue } = shop
  const coupon = sample.couponOffFen > 0 ? couponOf(sample) : null
  const wish = { billFen, excludedFen, lines: null, freightFen: 0, storeId: '', coupon }
  const bill = billFor({ ...wish, todayOn: on, earned: null }, earnRule)
  if (!bill.ok) throw new Error(`the sample ${sample.name} is refused: ${bill.code}`)
  const { paidFen: payableFen, earnedPoints: earnPoints, cap } = bill.value
  return {
    payableFen,
    earnPoints,
    cap,
    releasesOn: releasedOn(on, earnRule),
    expiresOn: earnedExpiryOf(on, earnRule),
    ...mostPointsFor(payableFen, shop),
    worthFen: Math.floor((earnPoints * pointValue.fenPerHundredPoints) / 100),
  }
}

const plenty = { balancePoints: 100_000_000, debtPoints: 0, frozen: null }

function mostPointsFor(goodsFen: number, { payWithPoints: rule }: Shop) {
  if (!rule) return { payPoints: 0, payOffFen: 0 }
  const payPoints = pointsRoomFor(goodsFen, plenty, rule).maxPoints
  return { payPoints, payOffFen: offFenOf(payPoints, rule) }
}

function couponOf({ couponOffFen, on }: RuleSample): CouponTerms {
  return {
    kind: 'amountOff',
    faceFen: couponOffFen,
    thresholdFen: 0,
    validFromOn: on,
    expiresOn: on,
    storeIds: [],
    state: 'issued',
  }
}

function isMemberDay(on: string, { earnRule: { memberDay } }: Shop): boolean {
  return memberDay?.days.includes(Number(on.slice(8))) ?? false
}
