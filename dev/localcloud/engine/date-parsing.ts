import { queryFailed } from '../platform-error'
import { offsetMinutes } from './time-zones'

/** What each letter of a format reads. */
const fields: Readonly<Record<string, string>> = {
  Y: '(?<year>\\d{4})',
  m: '(?<month>\\d{1,2})',
  d: '(?<day>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  L: '(?<millisecond>\\d{1,3})',
  z: '(?<zone>Z|[+-]\\d\\d:?\\d\\d)',
  '%': '%',
}

/** Without a format: ISO 8601, as far as people write it. */
const iso = new RegExp(
  [
    '^(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)',
    '(?:[T ](?<hour>\\d\\d?):(?<minute>\\d\\d)',
    '(?::(?<second>\\d\\d)(?:\\.(?<millisecond>\\d{1,3})\\d*)?)?)?',
    ' ?(?<zone>Z|[+-]\\d\\d:?(?:\\d\\d)?)?$',
  ].join(''),
)

/** The instant that a text names; a zone stands in the text or beside it, never in both. */
export function parseDate(text: unknown, how: { format?: unknown; timezone?: unknown }): Date {
  if (typeof text !== 'string') {
    throw queryFailed("$dateFromString requires that 'dateString' be a string")
  }
  const pattern = how.format === undefined || how.format === null ? iso : patternOf(how.format)
  const found = pattern.exec(text)?.groups
  if (found === undefined) throw queryFailed(`Error parsing date string '${text}'`)
  const { year, month, day, hour = '0', minute = '0', second = '0', zone } = found
  const millisecond = (found.millisecond ?? '').padEnd(3, '0')
  const whole = [
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
  ] as const
  const local = new Date(Date.UTC(...whole, Number(second), Number(millisecond)))
  const carried = local.getUTCMonth() !== whole[1] || local.getUTCDate() !== whole[2]
  if (carried || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw queryFailed(`Error parsing date string '${text}'`)
  }
  if (zone !== undefined && how.timezone !== undefined) {
    throw queryFailed(
      'you cannot pass in a date/time string with time zone information together with a timezone',
    )
  }
  return new Date(local.getTime() - offsetMinutes(zone ?? how.timezone, local) * 60_000)
}

function patternOf(format: unknown): RegExp {
  if (typeof format !== 'string') throw queryFailed("$dateFromString requires 'format' a string")
  const source = format.replace(/%(.?)|[\\^$.*+?()[\]{}|]/g, (all, code: string | undefined) => {
    if (code === undefined) return `\\${all}`
    const field = fields[code]
    if (field === undefined) throw queryFailed(`Invalid format character '%${code}'`)
    return field
  })
  if (!['year', 'month', 'day'].every((name) => source.includes(`<${name}>`))) {
    throw queryFailed(`an incomplete date/time format: "${format}"`)
  }
  return new RegExp(`^${source}$`)
}
