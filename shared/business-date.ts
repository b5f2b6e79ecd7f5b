/**
 * The shop's calendar: a business date is a day in Shanghai (UTC+8, no summer time), written
 * `YYYY-MM-DD`. A shop that closes after midnight may let its day roll over at a later hour.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const HOUR_MS = 3_600_000
const FORMAT = 'YYYY-MM-DD'

/** The business date of an instant (epoch ms); before `rolloverHour` it is still yesterday. */
export function businessDateOf(at: number, rolloverHour = 0): string {
  return dayjs.utc(at + SHANGHAI_OFFSET_MS - rolloverHour * HOUR_MS).format(FORMAT)
}

/** True for an existing calendar date written `YYYY-MM-DD`, from 1900 on. */
export function isBusinessDate(text: string): boolean {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  return dayjs.utc(text).isValid() && dayjs.utc(text).format(FORMAT) === text
}

/** The instant (epoch ms) at which the date begins in Shanghai. */
export function startOfDateAt(on: string): number {
  return dayjs.utc(on).valueOf() - SHANGHAI_OFFSET_MS
}

export function addDays(on: string, days: number): string {
  return dayjs.utc(on).add(days, 'day').format(FORMAT)
}

/** Months later; a day that the month lacks becomes its last day. */
export function addMonths(on: string, months: number): string {
  return dayjs.utc(on).add(months, 'month').format(FORMAT)
}

export function endOfMonth(on: string): string {
  return dayjs.utc(on).endOf('month').format(FORMAT)
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
