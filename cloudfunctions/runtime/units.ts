/**
 * What many fight for: the stock of a reward now, quotas, seats and the items of a list later. One
 * update takes so many units of one thing and names their holder, outside any transaction; the
 * holder's booking follows; then the mark is cleared. `unit-booking.ts` ties the three together,
 * for units of several things at once; what nobody asks for any more is settled by
 * `unit-sweeper.ts` once no function can be alive that holds it.
 */

import type { HolderCollection } from './collections'
import { changeIf, command } from './database'

/** So many units of one thing. */
export interface Units {
  readonly collection: HolderCollection
  readonly id: string
  readonly count: number
}

/** Who takes units, and since when; a retry that takes them over changes the time alone. */
export interface Claim {
  /** The `_id` of the booking that will follow. */
  readonly key: string
  /** Told apart from everybody else's try to make that booking, and written into it. */
  readonly holder: string
  readonly at: number
}

/** What a claim leaves in the document that it took units from. */
export type Mark = Pick<Claim, 'holder' | 'at'> & { readonly count: number }
export type Marks = Readonly<Record<string, Mark>>

/** What the owner of the units carries beside its own fields. */
export interface UnitHolder {
  readonly leftCount: number
  /** Booking key → the units that were taken for it; cleared once it is booked. */
  readonly pending: Marks
  /** Booking key → the units it gave back; kept until no one can give them back again. */
  readonly returning: Marks
  /** No mark is older; absent when there surely is none. By its index the sweeper reads. */
  readonly markedAt?: number
}

/** Longer than any function and transaction can live, so a mark that old has no living holder. */
export const ABANDONED_AFTER_MS = 120_000

/** Younger marks are left to their holder, which is most likely still at it. */
export const TAKEN_OVER_AFTER_MS = 3_000

/** Takes the units and names their holder; false when too few are left or the key holds some. */
export function takeUnits(units: Units, { key, holder, at }: Claim): Promise<boolean> {
  const { collection, id: _id, count } = units
  const mark = `pending.${key}`
  const free = { _id, leftCount: command.gte(count), [mark]: command.exists(false) }
  const marked = { [mark]: { at, count, holder }, markedAt: command.min(at) }
  return changeIf(collection, free, { leftCount: command.inc(-count), ...marked })
}

/**
 * The same booking again goes on with the units that it holds already, also when its first call
 * died on the way. The mark's new time tells the first call, should it be alive, and the sweeper
 * that the units are not theirs to give back. False when the mark is not as it was read.
 */
export function takeOverUnits(units: Units, claim: Claim, now: number): Promise<boolean> {
  return changeIf(units.collection, ownMark(units, claim), { [`pending.${claim.key}.at`]: now })
}

/** The booking stands: its holder's mark goes. */
export async function keepUnits(
  { collection, id: _id }: Units,
  { key, holder }: Pick<Claim, 'key' | 'holder'>,
): Promise<void> {
  const mark = `pending.${key}`
  await changeIf(collection, { _id, [`${mark}.holder`]: holder }, { [mark]: command.remove() })
}

/**
 * There will be no booking: units and mark go back in one update, once, and only while the mark is
 * the one that was set or read.
 */
export function releaseUnits(units: Units, claim: Claim): Promise<boolean> {
  const back = { leftCount: command.inc(units.count), [`pending.${claim.key}`]: command.remove() }
  return changeIf(units.collection, ownMark(units, claim), back)
}

/** A booking was undone: its units go back. The mark stays, so that they do so once. */
export function returnUnits(units: Units, { key, holder, at }: Claim): Promise<boolean> {
  const { collection, id: _id, count } = units
  const mark = `returning.${key}`
  const marked = { [mark]: { at, count, holder }, markedAt: command.min(at) }
  const unmarked = { _id, [mark]: command.exists(false) }
  return changeIf(collection, unmarked, { leftCount: command.inc(count), ...marked })
}

/** Forgets a return that is older than anybody who could repeat it. */
export async function forgetReturn({ collection, id: _id }: Units, key: string): Promise<void> {
  const mark = `returning.${key}`
  await changeIf(collection, { _id, [mark]: command.exists(true) }, { [mark]: command.remove() })
}

/** Marks that were set long enough ago to have no living holder, each with its booking's key. */
export function abandonedMarks(marks: Marks, now: number): readonly (readonly [string, Mark])[] {
  return Object.entries(marks).filter(([, { at }]) => at <= now - ABANDONED_AFTER_MS)
}

function ownMark({ id: _id }: Units, { key, holder, at }: Claim) {
  const mark = `pending.${key}`
  return { _id, [`${mark}.holder`]: holder, [`${mark}.at`]: at }
}
