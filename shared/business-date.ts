/**
 * The shop's calendar: a business date is a day in Shanghai (UTC+8, no summer time), written
 * `YYYY-MM-DD`. A shop that closes after midnight may let its day roll over at a later hour.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const FORMAT = 'YYYY-MM-DD'
const MOST_KEPT = 1000

/** The same dates are asked for again and again: a day's purchases all expire on one. */
function remembering<From extends string | number>(
  work: (from: From, count: number) => string,
): (from: From, count: number) => string {
  const known = new Map<string, string>()
  return (from, count) => {
    const key = `${from} ${count}`
    const found = known.get(key) ?? work(from, count)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, found)
    return found
  }
}

/** The business date of an instant (epoch ms); before `rolloverHour` it is still yesterday. */
export function businessDateOf(at: number, rolloverHour = 0): string {
  return dateOfHour(Math.floor((at + SHANGHAI_OFFSET_MS) / HOUR_MS), rolloverHour)
}

const dateOfHour = remembering<number>((hour, rolloverHour) =>
  dayjs.utc((hour - rolloverHour) * HOUR_MS).format(FORMAT),
)

/** True for an existing calendar date written `YYYY-MM-DD`, from 1900 on. */
export function isBusinessDate(text: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  return dayjs.utc(text).isValid() && dayjs.utc(text).format(FORMAT) === text
}

/** The instant (epoch ms) at which the date begins in Shanghai. */
export function startOfDateAt(on: string): number {
  return dayjs.utc(on).valueOf() - SHANGHAI_OFFSET_MS
}

export const addDays = remembering<string>((on, days) =>
  dayjs.utc(on).add(days, 'day').format(FORMAT),
)

/** Months later; a day that the month lacks becomes its last day. */
export const addMonths = remembering<string>((on, months) =>
  dayjs.utc(on).add(months, 'month').format(FORMAT),
)

const MONTHS_A_YEAR = 12

/** The same date of the next year, on which a year since it is over; of 29 February, 1 March. */
export function yearAfter(on: string): string {
  const next = addMonths(on, MONTHS_A_YEAR)
  return next.slice(8) === on.slice(8) ? next : addDays(next, 1)
}

/** The first date of the year whose last one is `untilOn`: the earliest of which none is over. */
export function yearUntil(untilOn: string): string {
  return addDays(addMonths(untilOn, -MONTHS_A_YEAR), 1)
}

export function endOfMonth(on: string): string {
  return dayjs.utc(on).endOf('month').format(FORMAT)
}

/** Points available on 2026-03-10 with 12 months of validity live until 2027-03-31. */
export function expiryOf(availableOn: string, validityMonths: number): string {
  return endOfMonth(addMonths(availableOn, validityMonths))
}

/** As people say it: `2026-03-31` → `2026年3月31日`. */
export function spokenDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Whole days from one date to another; negative when `toOn` is earlier. */
export function daysBetween(fromOn: string, toOn: string): number {
  return dayjs.utc(toOn).diff(dayjs.utc(fromOn), 'day')
}

/** 1 is Monday, of a date `YYYY-MM-DD`. */
export function weekdayOf(on: string): number {
  const days = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)))
  // 1970-01-01 was a Thursday.
  return ((Math.floor(days / DAY_MS) + 3) % 7) + 1
}

/** The clock in Shanghai: `08:30`. */
export function clockOf(at: number): string {
  const minutes = Math.floor(((at + SHANGHAI_OFFSET_MS) % DAY_MS) / MINUTE_MS)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
