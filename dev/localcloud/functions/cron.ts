import { Cron } from 'croner'

interface Field {
  readonly title: string
  readonly least: number
  readonly most: number
  readonly names?: readonly string[]
}

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const weekdays = 'SUN MON TUE WED THU FRI SAT'.split(' ')

/** The seven fields and what they may hold, as the platform's page on timers lists them. */
const fields: readonly Field[] = [
  { title: 'second', least: 0, most: 59 },
  { title: 'minute', least: 0, most: 59 },
  { title: 'hour', least: 0, most: 23 },
  { title: 'day', least: 1, most: 31 },
  { title: 'month', least: 1, most: 12, names: months },
  { title: 'weekday', least: 0, most: 6, names: weekdays },
  { title: 'year', least: 1970, most: 2099 },
]

const crons = new Map<string, Cron>()

/** Why the platform would not take a timer's expression; undefined when it would. */
export function cronFault(config: string): string | undefined {
  const texts = config.split(' ')
  if (texts.length !== fields.length) {
    return `"${config}" has ${texts.length} fields; a timer has seven, parted by single spaces`
  }
  for (const [position, field] of fields.entries()) {
    const text = texts[position] ?? ''
    if (readField(field, text) === undefined) return `"${text}" is no ${field.title}`
  }
  return undefined
}

/**
 * When a timer is due after an instant (epoch ms), or undefined when never again. It is read in
 * UTC+8; a day and a weekday that are both given are joined by OR, as the platform does.
 */
export function nextDueAt(config: string, afterMs: number): number | undefined {
  return cronOf(config).nextRun(new Date(afterMs))?.getTime()
}

function cronOf(config: string): Cron {
  const known = crons.get(config)
  if (known !== undefined) return known
  const fault = cronFault(config)
  if (fault !== undefined) throw new RangeError(fault)
  const texts = config.split(' ')
  const pattern = fields.map((field, position) => readField(field, texts[position] ?? '')).join(' ')
  const cron = new Cron(pattern, { utcOffset: 8 * 60, mode: '7-part', paused: true })
  crons.set(config, cron)
  return cron
}

/** The field in numbers, `5/10` written out as `5-59/10`; undefined when it is malformed. */
function readField(field: Field, text: string): string | undefined {
  const parts = text.split(',').map((part) => readPart(field, part))
  return parts.includes(undefined) ? undefined : parts.join(',')
}

function readPart(field: Field, part: string): string | undefined {
  const [, range, step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? []
  if (range === undefined) return undefined
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.most)) return undefined
  const every = step === undefined ? '' : `/${Number(step)}`
  if (range === '*') return `*${every}`
  const ends = range.split('-').map((end) => readNumber(field, end))
  const [from, to] = ends
  if (ends.length > 2 || from === undefined || (ends.length === 2 && to === undefined)) {
    return undefined
  }
  if (to !== undefined) return to < from ? undefined : `${from}-${to}${every}`
  return step === undefined ? String(from) : `${from}-${field.most}${every}`
}

function readNumber({ least, most, names = [] }: Field, text: string): number | undefined {
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return least + named
  const number = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  return number >= least && number <= most ? number : undefined
}
