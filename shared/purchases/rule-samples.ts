/**
 * Three purchases on which a change of the rules is tried before it is published: a small one, a
 * usual one with a coupon and goods that earn nothing, and a large one on a member day. What they
 * earn is worked out by the code that settles.
 */
import { addDays, startOfDateAt } from '../business-date'
import { businessDayOf } from '../business-day'
import { plainRight } from '../coupons/coupon'
import { type EarnCap, earnedExpiryOf, releasedOn } from '../rules/earning'
import type { Shop } from '../rules/shop'
import { offFenOf, pointsRoomFor } from './points-payment'
import { billFor, type CouponsWish } from './purchase'
import { roundOffChoicesFor } from './round-off'

export interface RuleSample {
  readonly name: 'small' | 'usual' | 'large'
  readonly billFen: number
  readonly excludedFen: number
  readonly couponOffFen: number
  readonly on: string
  readonly isMemberDay: boolean
  /** An instant of the night, where it is the hour of the sale that makes the difference. */
  readonly paidAt?: number
}

/** What one sample brings under one version of the rules. */
export interface SampleEffect {
  /** The business date it is booked on, where that depends on the hour of the sale. */
  readonly bookedOn?: string
  readonly payableFen: number
  /** The least that staff may round it down to. */
  readonly roundedFen: number
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
  { name: 'small', billFen: 1_857, excludedFen: 0, couponOffFen: 0 },
  { name: 'usual', billFen: 12_800, excludedFen: 3_000, couponOffFen: 1_000 },
  { name: 'large', billFen: 128_800, excludedFen: 0, couponOffFen: 0 },
] as const

/** Two months hold every day of a month. */
const DAYS_LOOKED_AHEAD = 62
const HOUR_MS = 3_600_000
/** So long before the later of two hours, the night belongs to one date by each of them. */
const IN_BETWEEN_MS = 1_200_000

/**
 * The samples, on coming days: the first two on one that is a member day neither before nor after,
 * the large one on a member day, if there is one.
 */
export function samplesFor(
  todayOn: string,
  { before, after }: { before: Shop; after: Shop },
): readonly RuleSample[] {
  const firstOn = firstSampledOn(todayOn, after)
  const coming = Array.from({ length: DAYS_LOOKED_AHEAD }, (_, ahead) => addDays(firstOn, ahead))
  const plain = coming.find((on) => !isMemberDay(on, before) && !isMemberDay(on, after)) ?? firstOn
  const memberDay =
    coming.find((on) => isMemberDay(on, after)) ?? coming.find((on) => isMemberDay(on, before))
  return bills.map((bill) => {
    const on = bill.name === 'large' ? (memberDay ?? plain) : plain
    const isDoubled = isMemberDay(on, before) || isMemberDay(on, after)
    const sample = { ...bill, on, isMemberDay: isDoubled }
    const paidAt = bill.name === 'small' ? nightOf(on, before, after) : null
    return paidAt === null ? sample : { ...sample, paidAt }
  })
}

/** A change of the day's hour shows itself from the night after it is in force. */
function firstSampledOn(todayOn: string, { businessDay: { fromOn } }: Shop): string {
  return fromOn !== null && fromOn >= todayOn ? addDays(fromOn, 1) : todayOn
}

/** Before the dawn of a date, at an hour that the change gives to another date. */
function nightOf(on: string, before: Shop, after: Shop): number | null {
  const hours = [before.businessDay.rolloverHour, after.businessDay.rolloverHour] as const
  if (hours[0] === hours[1]) return null
  return startOfDateAt(on) + Math.max(...hours) * HOUR_MS - IN_BETWEEN_MS
}

/** What a sample earns under the rules of this shop, for a member who has earned nothing yet. */
export function effectOf(sample: RuleSample, shop: Shop): SampleEffect {
  const { billFen, excludedFen, paidAt } = sample
  const { earnRule, pointValue } = shop
  const on = paidAt === undefined ? sample.on : businessDayOf(paidAt, shop.businessDay)
  const coupons = sample.couponOffFen > 0 ? couponsOf(sample) : null
  const wish = { billFen, excludedFen, lines: null, freightFen: 0, coupons }
  const bill = billFor({ ...wish, todayOn: on, earned: null }, earnRule)
  if (!bill.ok) throw new Error(`the sample ${sample.name} is refused: ${bill.code}`)
  const { paidFen: payableFen, earnedPoints: earnPoints, cap } = bill.value
  return {
    ...(paidAt === undefined ? {} : { bookedOn: on }),
    payableFen,
    roundedFen: leastOf(payableFen, shop),
    earnPoints,
    cap,
    releasesOn: releasedOn(on, earnRule),
    expiresOn: earnedExpiryOf(on, earnRule),
    ...mostPointsFor(payableFen, shop),
    worthFen: Math.floor((earnPoints * pointValue.fenPerHundredPoints) / 100),
  }
}

function leastOf(payableFen: number, { rounding }: Shop): number {
  const choices = roundOffChoicesFor({ goodsFen: payableFen, freightFen: 0 }, rounding)
  return choices.at(-1)?.payableFen ?? payableFen
}

const plenty = { balancePoints: 100_000_000, debtPoints: 0, frozen: null }

function mostPointsFor(goodsFen: number, { payWithPoints: rule }: Shop) {
  if (!rule) return { payPoints: 0, payOffFen: 0 }
  const payPoints = pointsRoomFor(goodsFen, plenty, rule).maxPoints
  return { payPoints, payOffFen: offFenOf(payPoints, rule) }
}

function couponsOf({ couponOffFen, on }: RuleSample): CouponsWish {
  const terms = {
    ...plainRight,
    ...({ kind: 'amountOff', faceFen: couponOffFen } as const),
    ...({ validFromOn: on, expiresOn: on, state: 'issued', heldBy: null } as const),
  }
  const use = { storeId: '', todayOn: on, now: 0, tier: null, holder: null }
  return { some: [{ couponId: '', title: '', terms }], use }
}

function isMemberDay(on: string, { earnRule: { memberDay } }: Shop): boolean {
  return memberDay?.days.includes(Number(on.slice(8))) ?? false
}
