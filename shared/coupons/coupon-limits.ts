/**
 * Where and when a coupon may be used, of whatever kind it is: stores, days of the week, hours,
 * the member's tier, and the goods it is for. An empty list, or null, limits nothing.
 */
import { clockOf, weekdayOf } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import { rankOf, type TierId, tierNames } from '../tiers/tier'

export interface CouponLimits {
  readonly storeIds: readonly string[]
  /** 1 is Monday. */
  readonly weekdays: readonly number[]
  /** Of the clock, the end not included. */
  readonly hours: readonly HourRange[]
  /** The lowest tier that may use it. */
  readonly tierFrom: TierId | null
  /** Categories of goods, as the lines of a bill name them. */
  readonly categories: readonly string[]
}

/** `08:00` to `10:00`. */
export interface HourRange {
  readonly from: string
  readonly until: string
}

export interface LimitedUse {
  readonly storeId: string
  /** The business date, which a weekday is of. */
  readonly todayOn: string
  /** Epoch ms. */
  readonly now: number
  /** Null while she has none. */
  readonly tier: TierId | null
}

export const noLimits: CouponLimits = {
  storeIds: [],
  weekdays: [],
  hours: [],
  tierFrom: null,
  categories: [],
}

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日']

/** Refuses COUPON_STORE, COUPON_WEEKDAY, COUPON_HOURS, COUPON_TIER with what it would take. */
export function admitLimits(limits: CouponLimits, use: LimitedUse): Outcome<null> {
  const { storeIds, weekdays, hours, tierFrom } = limits
  if (storeIds.length > 0 && !storeIds.includes(use.storeId)) return refuse('COUPON_STORE')
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(use.todayOn))) {
    return refuse('COUPON_WEEKDAY', { weekdays: weekdaysText(weekdays) })
  }
  if (hours.length > 0 && !hours.some((range) => isWithin(range, clockOf(use.now)))) {
    return refuse('COUPON_HOURS', { hours: hoursText(hours) })
  }
  if (tierFrom !== null && rankOf(use.tier ?? 'plain') < rankOf(tierFrom)) {
    return refuse('COUPON_TIER', { tierFrom })
  }
  return accept(null)
}

/** The limits in a shopper's words; the stores by their names. */
export function limitWordsOf(
  { storeIds, weekdays, hours, tierFrom, categories }: CouponLimits,
  storeNames: (storeId: string) => string | null,
): readonly string[] {
  const stores = storeIds.map(storeNames).filter((name) => name !== null)
  return [
    ...(storeIds.length > 0 ? [`限${stores.join('、') || '部分门店'}`] : []),
    ...(weekdays.length > 0 ? [`限${weekdaysText(weekdays)}`] : []),
    ...(hours.length > 0 ? [`限${hoursText(hours)}`] : []),
    ...(tierFrom === null ? [] : [`限${tierNames[tierFrom]}及以上会员`]),
    ...(categories.length > 0 ? [`限${categories.join('、')}`] : []),
  ]
}

function isWithin({ from, until }: HourRange, clock: string): boolean {
  return clock >= from && clock < until
}

function weekdaysText(weekdays: readonly number[]): string {
  const sorted = [...weekdays].sort((a, b) => a - b)
  return sorted.map((day) => `周${weekdayNames[day - 1] ?? ''}`).join('、')
}

function hoursText(hours: readonly HourRange[]): string {
  return hours.map(({ from, until }) => `${from}–${until}`).join('、')
}
