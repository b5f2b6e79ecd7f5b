import { businessDateOf, isBusinessDate } from '../business-date'
import { plainText } from './fold'
import { type Reading, readAs, unread } from './reading'

const MINUTE_MS = 60_000
const SHANGHAI_MINUTES = 480

const written = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)/
const inChinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号]|(?!\d))/
const together = /^(\d{4})(\d{2})(\d{2})(?=$|\D|\d{4}$|\d{6}$)/
const weekday = /^ ?(?:\(?(?:星期|周)[一二三四五六日天]\)?)/
const hands = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?'
const zones = '(Z|[+-]\\d{2}:?\\d{2})?'
const clock = new RegExp(`^[T ]? ?(上午|下午|晚上|AM|PM)? ?${hands} ?(AM|PM)? ?${zones}$`, 'i')
const clockTogether = /^[T ]?()(\d{2})(\d{2})(\d{2})?$/i

/**
 * A date as people and tills write it: `2026-1-5`, `2026/01/05`, `2026年1月5日`, `20260105`, with
 * a weekday or a time behind it. Of a time `dayOf` says whose business date it is; midnight to the
 * second is what spreadsheets put behind a date alone. Refuses `blank`, `notDate`, `noSuchDay`,
 * `noSuchTime`, `shortYear`, and `dayFirst` where the year does not come first.
 */
export function readDate(
  typed: string,
  dayOf: (at: number) => string = businessDateOf,
): Reading<string> {
  const text = plainText(typed)
  if (text === '') return unread('blank')
  const found = dateAt(text)
  if (!found) return unread(whyNoDate(text))
  const { on, rest } = found
  if (!isBusinessDate(on)) return unread('noSuchDay')
  const time = rest.replace(weekday, '')
  if (time === '') return readAs(on)
  const minutes = minutesIn(time)
  if (minutes === null) return unread('notDate')
  if (Number.isNaN(minutes.ofDay)) return unread('noSuchTime')
  if (minutes.isMidnight) return readAs(on)
  const startsAt = Date.parse(`${on}T00:00:00Z`)
  return readAs(dayOf(startsAt + (minutes.ofDay - minutes.ahead) * MINUTE_MS))
}

function dateAt(text: string): { on: string; rest: string } | null {
  for (const form of [written, inChinese, together]) {
    const parts = form.exec(text)
    if (!parts) continue
    const [year = '', month = '', day = ''] = parts.slice(1).filter((part) => /\d/.test(part))
    const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return { on, rest: text.slice(parts[0].length) }
  }
  return null
}

interface Minutes {
  /** NaN for a time that no clock shows. */
  readonly ofDay: number
  /** How far that clock is ahead of UTC. */
  readonly ahead: number
  readonly isMidnight: boolean
}

function minutesIn(text: string): Minutes | null {
  const parts = clock.exec(text) ?? clockTogether.exec(text)
  if (!parts) return null
  const [, half = '', hour = '', minute = '', second = '0', halfBehind = '', zone = ''] = parts
  const part = (half || halfBehind).toUpperCase()
  const [h, m, s] = [hourOf(Number(hour), part), Number(minute), Number(second)]
  const isThere = h <= 23 && m <= 59 && s <= 59
  const isMidnight = isThere && h + m + s === 0 && zone === ''
  return { ofDay: isThere ? h * 60 + m : Number.NaN, ahead: aheadOf(zone), isMidnight }
}

/** Noon is 12 PM, midnight 12 AM. */
function hourOf(hour: number, part: string): number {
  if (part === '') return hour
  if (hour > 12) return part === '上午' || part === 'AM' ? Number.NaN : hour
  const isLate = part === 'PM' || part === '下午' || part === '晚上'
  return (hour % 12) + (isLate ? 12 : 0)
}

function aheadOf(zone: string): number {
  if (zone === '') return SHANGHAI_MINUTES
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -size : size
}

function whyNoDate(text: string): 'dayFirst' | 'shortYear' | 'notDate' {
  if (/^\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?\d{4}(?!\d)/.test(text)) return 'dayFirst'
  const isShort = /^(?:\d{2} ?[-/.年] ?)?\d{1,2} ?[-/.月] ?\d{1,2} ?[日号]?$/.test(text)
  return isShort ? 'shortYear' : 'notDate'
}
