/**
 * What many fight for: the stock of a reward now, quotas and seats later. One update takes the
 * unit and names its holder, outside any transaction; the holder's booking follows; then the mark
 * is cleared. The same request again goes on with the unit of its own mark; what nobody asks for
 * any more is settled by a sweeper once no function can be alive that holds it.
 */

import type { CollectionName } from './collections'
import { changeIf, command } from './database'

/** One unit of one thing, claimed under the key of the booking that will follow. */
export interface Unit {
  readonly collection: CollectionName
  readonly id: string
  readonly key: string
}

/** What the owner of the units carries beside its own fields. */
export interface UnitHolder {
  readonly leftCount: number
  /** Booking key → when its unit was taken (epoch ms); cleared once it is booked. */
  readonly pending: Readonly<Record<string, number>>
  /** Booking key → when its unit was given back; kept until no one can give it back again. */
  readonly returning: Readonly<Record<string, number>>
}

/** Longer than any function and transaction can live, so a mark that old has no living holder. */
export const ABANDONED_AFTER_MS = 120_000

/** Younger marks are left to their holder, which is most likely still at it. */
export const TAKEN_OVER_AFTER_MS = 3_000

/** Takes one unit and names its holder; false when none is left or the key holds one already. */
export function takeUnit(unit: Unit, now: number): Promise<boolean> {
  const mark = `pending.${unit.key}`
  const free = { _id: unit.id, leftCount: command.gte(1), [mark]: command.exists(false) }
  return changeIf(unit.collection, free, { leftCount: command.inc(-1), [mark]: now })
}

/**
 * The same booking again goes on with the unit that it holds already, also when its first holder
 * died on the way. The mark's new time tells the first holder, should it be alive, and the sweeper
 * that the unit is not theirs to give back. False when the mark is not as it was read.
 */
export function takeOverUnit(unit: Unit, takenAt: number, now: number): Promise<boolean> {
  const mark = `pending.${unit.key}`
  return changeIf(unit.collection, { _id: unit.id, [mark]: takenAt }, { [mark]: now })
}

/** The booking stands: the holder's mark goes. */
export async function keepUnit(unit: Unit): Promise<void> {
  const mark = `pending.${unit.key}`
  await changeIf(
    unit.collection,
    { _id: unit.id, [mark]: command.exists(true) },
    {
      [mark]: command.remove(),
    },
  )
}

/**
 * There will be no booking: unit and mark go back in one update, once, and only while the mark is
 * the one that was set or read at `takenAt`.
 */
export function releaseUnit(unit: Unit, takenAt: number): Promise<boolean> {
  const mark = `pending.${unit.key}`
  return changeIf(
    unit.collection,
    { _id: unit.id, [mark]: takenAt },
    {
      leftCount: command.inc(1),
      [mark]: command.remove(),
    },
  )
}

/** A booking was undone: its unit goes back. The mark stays, so that it does so once. */
export function returnUnit(unit: Unit, now: number): Promise<boolean> {
  const mark = `returning.${unit.key}`
  return changeIf(
    unit.collection,
    { _id: unit.id, [mark]: command.exists(false) },
    {
      leftCount: command.inc(1),
      [mark]: now,
    },
  )
}

/** Forgets a return that is older than anybody who could repeat it. */
export async function forgetReturn(unit: Unit): Promise<void> {
  const mark = `returning.${unit.key}`
  await changeIf(
    unit.collection,
    { _id: unit.id, [mark]: command.exists(true) },
    {
      [mark]: command.remove(),
    },
  )
}

/** Keys whose mark was set long enough ago to have no living holder. */
export function abandonedKeys(marks: Readonly<Record<string, number>>, now: number): string[] {
  return Object.keys(marks).filter((key) => (marks[key] ?? now) <= now - ABANDONED_AFTER_MS)
}
