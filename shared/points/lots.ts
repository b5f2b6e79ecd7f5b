/**
 * A lot is all of a member's points with one expiry date. Spending takes the soonest-expiring lot
 * first. Every expiry snaps up to the end of its month, so a member holds at most validity
 * months + 1 lots.
 */
import { addDays, endOfMonth } from '../business-date'

export interface Lot {
  /** The last business date on which these points can be spent. */
  readonly expiresOn: string
  readonly points: number
}

export interface Taken {
  readonly lots: readonly Lot[]
  readonly taken: readonly Lot[]
}

/** A returned lot keeps its date; one that has expired meanwhile lives on for a while. */
export function returnedExpiryOf(expiresOn: string, todayOn: string, graceDays: number): string {
  return expiresOn >= todayOn ? expiresOn : endOfMonth(addDays(todayOn, graceDays))
}

export function sumOf(lots: readonly Pick<Lot, 'points'>[]): number {
  return lots.reduce((sum, lot) => sum + lot.points, 0)
}

/** Adds points to the lot of their date; lots stay sorted by date, empty ones vanish. */
export function putInto(lots: readonly Lot[], added: Lot): readonly Lot[] {
  const held = lots.find((lot) => lot.expiresOn === added.expiresOn)?.points ?? 0
  const others = lots.filter((lot) => lot.expiresOn !== added.expiresOn)
  const merged = { expiresOn: added.expiresOn, points: held + added.points }
  return [...others, merged]
    .filter((lot) => lot.points > 0)
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
}

/** Takes points soonest-expiring first. The caller has checked that they are there. */
export function takeEarliest(lots: readonly Lot[], points: number): Taken {
  let missing = points
  const taken: Lot[] = []
  let left = lots
  for (const lot of lots) {
    if (missing === 0) break
    const part = { expiresOn: lot.expiresOn, points: Math.min(lot.points, missing) }
    taken.push(part)
    left = putInto(left, { expiresOn: part.expiresOn, points: -part.points })
    missing -= part.points
  }
  if (missing > 0) throw new Error(`lots hold ${missing} points fewer than asked for`)
  return { lots: left, taken }
}

/** Takes up to `points` from the lot of one date; `taken` may sum to less, or be empty. */
export function takeFrom(lots: readonly Lot[], expiresOn: string, points: number): Taken {
  const held = lots.find((lot) => lot.expiresOn === expiresOn)?.points ?? 0
  const part = Math.min(held, points)
  if (part === 0) return { lots, taken: [] }
  return {
    lots: putInto(lots, { expiresOn, points: -part }),
    taken: [{ expiresOn, points: part }],
  }
}

/** Takes up to `points` from the lots of some dates, in the order in which they are named. */
export function takeFromEach(
  lots: readonly Lot[],
  dates: readonly string[],
  points: number,
): Taken {
  return dates.reduce<Taken>(
    (so, expiresOn) => {
      const { lots: left, taken } = takeFrom(so.lots, expiresOn, points - sumOf(so.taken))
      return { lots: left, taken: [...so.taken, ...taken] }
    },
    { lots, taken: [] },
  )
}
