/**
 * Settles what a crash left half-done with units: marks that nobody can be alive to clear, and
 * returns that were begun. It reads only what an index says to be old, whatever else there is.
 * Every step is conditional, so it may be killed anywhere, run again, or run twice at once.
 */
import type { Chore } from './chores'
import type { CollectionName, HolderCollection } from './collections'
import type { JobContext } from './context'
import { changeIf, command, findWhere, getById, type Stored } from './database'
import type { BookedUnits } from './unit-booking'
import {
  ABANDONED_AFTER_MS,
  abandonedMarks,
  forgetReturn,
  keepUnits,
  releaseUnits,
  returnUnits,
  type UnitHolder,
  type Units,
} from './units'

const PAGE_DOCUMENTS = 50

/** A booking whose units may go back. */
export interface UndoableBooking extends BookedUnits {
  /** Since when its units are waiting to go back; null when none are. */
  readonly stockDueAt: number | null
}

/** Things with units, and the bookings that take them; both have an index on their date. */
export interface UnitsOf<B extends UndoableBooking> {
  readonly holders: HolderCollection
  readonly bookings: CollectionName
  readonly unitsOf: (booking: Stored<B>) => readonly Units[]
}

/** Puts the units of an undone booking back, once, and says so on it. */
export async function giveBackUnits<B extends UndoableBooking>(
  { bookings, unitsOf }: UnitsOf<B>,
  booking: Stored<B>,
  now: number,
): Promise<void> {
  const claim = { key: booking._id, holder: booking.holder, at: now }
  for (const units of unitsOf(booking)) await returnUnits(units, claim)
  await changeIf(bookings, { _id: booking._id }, { stockDueAt: null })
}

/** The chore that settles old marks of these things and finishes returns of their bookings. */
export function sweepUnits<B extends UndoableBooking>(kind: UnitsOf<B>): Chore {
  return {
    name: `units-${kind.holders}`,
    every: 'tick',
    isDue: async ({ now }) => {
      const due = await Promise.all([dueReturns(kind, now, 1), markedHolders(kind, now, 1)])
      return due.some((found) => found.length > 0)
    },
    run: (context) => sweep(kind, context),
  }
}

async function sweep<B extends UndoableBooking>(
  kind: UnitsOf<B>,
  { now, hasTimeLeft }: JobContext,
): Promise<Record<string, number>> {
  const counts = { returned: 0, kept: 0, released: 0, forgotten: 0 }
  // A cancellation that died between its commit and the return of its units.
  for (const booking of await dueReturns(kind, now, PAGE_DOCUMENTS)) {
    if (!hasTimeLeft()) return counts
    await giveBackUnits(kind, booking, now)
    counts.returned += 1
  }
  for (const holder of await markedHolders(kind, now, PAGE_DOCUMENTS)) {
    if (!hasTimeLeft()) return counts
    await settleMarks(kind, { holder, now }, counts)
    await forgetMarkedAt(kind, holder._id)
  }
  return counts
}

/** Marks whose holder cannot be alive: booked ones are cleared, the others' units go back. */
async function settleMarks<B extends UndoableBooking>(
  { holders: collection, bookings }: UnitsOf<B>,
  { holder: { _id: id, pending, returning }, now }: { holder: Stored<UnitHolder>; now: number },
  counts: Record<'kept' | 'released' | 'forgotten', number>,
): Promise<void> {
  for (const [key, { holder, at, count }] of abandonedMarks(pending, now)) {
    const units = { collection, id, count }
    const booked = (await getById<B>(bookings, key))?.holder === holder
    if (booked) await keepUnits(units, { key, holder })
    else await releaseUnits(units, { key, holder, at })
    counts[booked ? 'kept' : 'released'] += 1
  }
  for (const [key, { count }] of abandonedMarks(returning, now)) {
    const booking = await getById<B>(bookings, key)
    if (booking?.stockDueAt != null) continue
    await forgetReturn({ collection, id, count }, key)
    counts.forgotten += 1
  }
}

/**
 * Takes the date back that brought the sweeper here: to the oldest mark that is left, or away. A
 * mark that comes meanwhile is either seen or as good as it: it keeps the date from going away.
 */
async function forgetMarkedAt<B extends UndoableBooking>(
  { holders }: UnitsOf<B>,
  id: string,
): Promise<void> {
  const holder = await getById<UnitHolder>(holders, id)
  if (!holder) return
  const { markedAt, pending, returning } = holder
  const left = [...Object.values(pending), ...Object.values(returning)].map(({ at }) => at)
  const asRead = { _id: id, markedAt }
  if (left.length > 0) await changeIf(holders, asRead, { markedAt: Math.min(...left) })
  else {
    const unmarked = { ...asRead, pending: command.eq({}), returning: command.eq({}) }
    await changeIf(holders, unmarked, { markedAt: command.remove() })
  }
}

/** Undone bookings whose units should have gone back by now, the longest overdue first. */
function dueReturns<B extends UndoableBooking>(
  { bookings }: UnitsOf<B>,
  now: number,
  limit: number,
): Promise<Stored<B>[]> {
  const old = command.lte(now - ABANDONED_AFTER_MS).and(command.gt(0))
  return findWhere<B>(bookings, { stockDueAt: old }, { orderBy: ['stockDueAt', 'asc'], limit })
}

/** Things with a mark that may be old, the oldest first. */
function markedHolders<B extends UndoableBooking>(
  { holders }: UnitsOf<B>,
  now: number,
  limit: number,
): Promise<Stored<UnitHolder>[]> {
  const old = command.lte(now - ABANDONED_AFTER_MS).and(command.gt(0))
  return findWhere<UnitHolder>(holders, { markedAt: old }, { orderBy: ['markedAt', 'asc'], limit })
}
