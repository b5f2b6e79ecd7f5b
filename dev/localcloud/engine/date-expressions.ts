import { queryFailed } from '../platform-error'
import { parseDate } from './date-parsing'
import { isNothing, onOperands } from './expression-operators'
import { offsetMinutes } from './time-zones'

const dayMs = 86_400_000
const minuteMs = 60_000

/** The parts of a date that was moved into its zone, so that UTC's parts are the zone's. */
const parts: Readonly<Record<string, (date: Date) => number>> = {
  $year: (date) => date.getUTCFullYear(),
  $month: (date) => date.getUTCMonth() + 1,
  $dayOfMonth: (date) => date.getUTCDate(),
  $hour: (date) => date.getUTCHours(),
  $minute: (date) => date.getUTCMinutes(),
  $second: (date) => date.getUTCSeconds(),
  $millisecond: (date) => date.getUTCMilliseconds(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (date) => date.getUTCDay() + 1,
  $isoDayOfWeek: (date) => date.getUTCDay() || 7,
  // Week 1 begins with the first Sunday; the days before it are week 0.
  $week: (date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7),
  $isoWeek: (date) => Math.ceil(dayOfYear(thursdayOf(date)) / 7),
  $isoWeekYear: (date) => thursdayOf(date).getUTCFullYear(),
}

const formats: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => padded(date.getUTCFullYear(), 4),
  G: (date) => padded(partOf('$isoWeekYear', date), 4),
  m: (date) => padded(date.getUTCMonth() + 1, 2),
  d: (date) => padded(date.getUTCDate(), 2),
  H: (date) => padded(date.getUTCHours(), 2),
  M: (date) => padded(date.getUTCMinutes(), 2),
  S: (date) => padded(date.getUTCSeconds(), 2),
  L: (date) => padded(date.getUTCMilliseconds(), 3),
  j: (date) => padded(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(date.getUTCDay() || 7),
  U: (date) => padded(partOf('$week', date), 2),
  V: (date) => padded(partOf('$isoWeek', date), 2),
  '%': () => '%',
}

export const dateOperators = {
  ...Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      onOperands(([operand]) => {
        const date = zonedDate(operand)
        return date === null ? null : part(date)
      }),
    ]),
  ),
  $dateToString: onOperands(([operand]) => {
    const { date, format, timezone, onNull = null } = fieldsOf(operand)
    const zoned = zonedDate({ date, timezone })
    if (zoned === null) return onNull
    if (format === undefined || format === null) {
      const written = zoned.toISOString()
      return timezone === undefined ? written : written.replace('Z', '')
    }
    const offset = offsetMinutes(timezone, asDate(date))
    return String(format).replace(/%(.?)/g, (_all, code: string) => {
      if (code === 'z') return writeOffset(offset)
      if (code === 'Z') return String(offset)
      const write = formats[code]
      if (write === undefined) throw queryFailed(`Invalid format character '%${code}'`)
      return write(zoned)
    })
  }),
  $dateFromParts: onOperands(([operand]) => fromParts(fieldsOf(operand))),
  $dateFromString: onOperands(([operand]) => {
    const { dateString, onNull = null, onError, ...how } = fieldsOf(operand)
    if (isNothing(dateString)) return onNull
    try {
      return parseDate(dateString, how)
    } catch (fault) {
      if (onError !== undefined) return onError
      throw fault
    }
  }),
}

function fromParts(given: Record<string, unknown>): Date | null {
  const fields: Record<string, number> = {}
  for (const [name, value] of Object.entries(given)) {
    if (name === 'timezone') continue
    if (isNothing(value)) return null
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw queryFailed(`'${name}' must evaluate to an integer`)
    }
    fields[name] = value
  }
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0 } = fields
  const { isoWeekYear, isoWeek = 1, isoDayOfWeek = 1 } = fields
  if ((year === undefined) === (isoWeekYear === undefined)) {
    throw queryFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  }
  // The fourth of January is always in the first week.
  const fourth = new Date(Date.UTC(isoWeekYear ?? 0, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() || 7) - 1) * dayMs
  const midnight =
    year === undefined
      ? monday + ((isoWeek - 1) * 7 + isoDayOfWeek - 1) * dayMs
      : Date.UTC(year, month - 1, day)
  const clock = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  const local = new Date(midnight + clock)
  return new Date(local.getTime() - offsetMinutes(given.timezone, local) * minuteMs)
}

/** A date, or `{ date, timezone }`, moved into its zone; null when there is none. */
function zonedDate(operand: unknown): Date | null {
  const given = operand instanceof Date || isNothing(operand) ? { date: operand } : operand
  const { date, timezone } = fieldsOf(given)
  if (isNothing(date)) return null
  const instant = asDate(date)
  return new Date(instant.getTime() + offsetMinutes(timezone, instant) * minuteMs)
}

function asDate(value: unknown): Date {
  if (value instanceof Date) return value
  throw queryFailed(`can't convert from BSON type ${typeof value} to Date`)
}

function fieldsOf(operand: unknown): Record<string, unknown> {
  if (typeof operand === 'object' && operand !== null) return { ...operand }
  throw queryFailed(`can't convert from BSON type ${typeof operand} to Date`)
}

function partOf(name: string, date: Date): number {
  return parts[name]?.(date) ?? 0
}

function dayOfYear(date: Date): number {
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
  return (midnight - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs + 1
}

/** The Thursday of a date's week: the year that it is in owns the week, by ISO 8601. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * dayMs)
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`
}
