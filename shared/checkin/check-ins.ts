/**
 * On which days a member checked in. It lies in her account: a bit for each day of a month, so that
 * years of it stay small. A membership that was merged into hers brings its own sheet, on which
 * nothing is written any more: so the two can be parted again, also where both had the same day.
 */
import { addDays, addMonths, endOfMonth } from '../business-date'

export interface CheckInSheet {
  /** `YYYY-MM` → bit 0 is the first of the month. */
  readonly pressed: Readonly<Record<string, number>>
  readonly madeUp: readonly MadeUp[]
  /** Bonuses of streaks that may still grow. */
  readonly bonuses: readonly GivenBonus[]
}

export interface MadeUp {
  /** The day that was missed, and the one on which the card was used. */
  readonly on: string
  readonly usedOn: string
}

export interface GivenBonus {
  /** The day that made the streak so long. */
  readonly on: string
  readonly days: number
  readonly points: number
}

/** Her own sheet first; none when she has never checked in. */
export type CheckIns = readonly CheckInSheet[]

export type Mark = 'checkedIn' | 'madeUp'

const KEPT_MONTHS = 60
const emptySheet: CheckInSheet = { pressed: {}, madeUp: [], bonuses: [] }

/** How the day was marked; null when it was not. */
export function markOn(checkIns: CheckIns, on: string): Mark | null {
  if (isBitSet(pressedIn(checkIns, on.slice(0, 7)), dayOf(on))) return 'checkedIn'
  return checkIns.some(({ madeUp }) => madeUp.some((one) => one.on === on)) ? 'madeUp' : null
}

/** How many days in a row end with this one; 0 when it is not marked. */
export function runLengthTo(checkIns: CheckIns, lastOn: string): number {
  let month = lastOn.slice(0, 7)
  let day = dayOf(lastOn)
  let length = 0
  for (;;) {
    const marked = pressedIn(checkIns, month) | madeUpIn(checkIns, month)
    while (day > 0 && isBitSet(marked, day)) {
      length += 1
      day -= 1
    }
    if (day > 0) return length
    const before = addDays(`${month}-01`, -1)
    month = before.slice(0, 7)
    day = dayOf(before)
  }
}

/** The last day of the run that this marked day belongs to. */
export function runEndFrom(checkIns: CheckIns, on: string): string {
  let endOn = on
  for (;;) {
    const nextOn = addDays(endOn, 1)
    if (markOn(checkIns, nextOn) === null) return endOn
    endOn = nextOn
  }
}

/** The days in a row that today continues or would continue: a streak is lost with a whole day. */
export function streakOn(checkIns: CheckIns, todayOn: string): number {
  const withToday = runLengthTo(checkIns, todayOn)
  return withToday > 0 ? withToday : runLengthTo(checkIns, addDays(todayOn, -1))
}

export function bonusesOf(checkIns: CheckIns): readonly GivenBonus[] {
  return checkIns.flatMap(({ bonuses }) => bonuses)
}

export function madeUpsOf(checkIns: CheckIns): readonly MadeUp[] {
  return checkIns.flatMap(({ madeUp }) => madeUp)
}

/** With this day pressed; what is too old to be asked for is forgotten. */
export function withPressed(checkIns: CheckIns, on: string): CheckIns {
  const oldestMonth = addMonths(on, -KEPT_MONTHS).slice(0, 7)
  return onOwnSheet(checkIns, ({ pressed, madeUp, bonuses }) => {
    const month = on.slice(0, 7)
    const all = { ...pressed, [month]: (pressed[month] ?? 0) | bitOf(dayOf(on)) }
    const kept = Object.entries(all).filter(([each]) => each >= oldestMonth)
    return {
      pressed: Object.fromEntries(kept),
      madeUp: madeUp.filter((one) => one.on.slice(0, 7) >= oldestMonth),
      bonuses,
    }
  })
}

export function withMadeUp(checkIns: CheckIns, made: MadeUp): CheckIns {
  return onOwnSheet(checkIns, (sheet) => ({ ...sheet, madeUp: [...sheet.madeUp, made] }))
}

/** With new bonuses, and without those of runs that nothing can make longer any more. */
export function withBonuses(
  checkIns: CheckIns,
  given: readonly GivenBonus[],
  openSinceOn: string,
): CheckIns {
  const length = runLengthTo(checkIns, openSinceOn)
  const fromOn = length === 0 ? openSinceOn : addDays(openSinceOn, 1 - length)
  return onOwnSheet(checkIns, (sheet) => ({
    ...sheet,
    bonuses: [...sheet.bonuses.filter(({ on }) => on >= fromOn), ...given],
  }))
}

/** Of two memberships that become one. */
export function joinCheckIns(mine: CheckIns, other: CheckIns): CheckIns {
  if (other.length === 0) return mine
  return [...(mine.length > 0 ? mine : [emptySheet]), ...other]
}

/** Without the sheets that the other one had brought. */
export function partCheckIns(joined: CheckIns, brought: CheckIns): CheckIns {
  const left = brought.reduce<CheckIns>((sheets, sheet) => {
    const written = writtenOn(sheet)
    // Her own sheet is the first, whatever another one looks like.
    const at = sheets.findIndex((each, place) => place > 0 && writtenOn(each) === written)
    return at < 0 ? sheets : sheets.filter((_each, place) => place !== at)
  }, joined)
  const isBlank = left.length === 1 && left[0] && writtenOn(left[0]) === writtenOn(emptySheet)
  return isBlank ? [] : left
}

/** Equal for equal sheets, in whatever order a database keeps their fields. */
function writtenOn({ pressed, madeUp, bonuses }: CheckInSheet): string {
  const months = Object.entries(pressed).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    months,
    madeUp.map(({ on, usedOn }) => [on, usedOn]),
    bonuses.map(({ on, days, points }) => [on, days, points]),
  ])
}

function onOwnSheet(checkIns: CheckIns, write: (sheet: CheckInSheet) => CheckInSheet): CheckIns {
  const [own = emptySheet, ...brought] = checkIns
  return [write(own), ...brought]
}

function pressedIn(checkIns: CheckIns, month: string): number {
  return checkIns.reduce((bits, { pressed }) => bits | (pressed[month] ?? 0), 0)
}

function madeUpIn(checkIns: CheckIns, month: string): number {
  return madeUpsOf(checkIns)
    .filter(({ on }) => on.slice(0, 7) === month)
    .reduce((bits, { on }) => bits | bitOf(dayOf(on)), 0)
}

function isBitSet(bits: number, day: number): boolean {
  return (bits & bitOf(day)) !== 0
}

function bitOf(day: number): number {
  return 1 << (day - 1)
}

function dayOf(on: string): number {
  return Number(on.slice(8))
}

/** Every date of a month, `YYYY-MM`. */
export function datesOf(month: string): readonly string[] {
  const count = dayOf(endOfMonth(`${month}-01`))
  return Array.from({ length: count }, (_none, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
}
