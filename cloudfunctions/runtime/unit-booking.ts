/**
 * Units of several things and the booking that needs them: all or nothing. The units are taken one
 * after the other, each by one update that leaves a mark; then the booking is made in a
 * transaction; then the marks go. Killed anywhere, the same request goes on with what it holds,
 * and what nobody asks for any more is settled by the sweeper.
 */
import { randomUUID } from 'node:crypto'
import { type Outcome, type Refusal, refuse } from '../../shared/refusal'
import type { CollectionName, HolderCollection } from './collections'
import { getById, inTransaction, type Stored, type Transaction } from './database'
import {
  type Claim,
  keepUnits,
  type Mark,
  releaseUnits,
  TAKEN_OVER_AFTER_MS,
  takeOverUnits,
  takeUnits,
  type UnitHolder,
  type Units,
} from './units'

/** So many units of a thing, with its document as it was read. */
export interface WantedUnits {
  readonly collection: HolderCollection
  readonly document: Stored<UnitHolder>
  readonly count: number
}

/** What a booking keeps of its units. */
export interface BookedUnits {
  /** Which try to make the booking took the units that it has. */
  readonly holder: string
}

export interface UnitBooking<T> {
  readonly now: number
  /** Where the booking will be, and its `_id`: the key of this request. */
  readonly into: { readonly collection: CollectionName; readonly key: string }
  readonly wanted: readonly WantedUnits[]
  /** Asked before anything is taken, since units held for nothing are a false "sold out". */
  readonly admit: () => Promise<Outcome<unknown>>
  /** Inserts the booking, with this holder in it, and all that goes with it. */
  readonly book: (tx: Transaction, holder: string) => Promise<Outcome<T>>
}

/**
 * Takes all units and makes the booking; refuses SOLD_OUT when one thing has too few left, and
 * what `admit` and `book` refuse: ALREADY_THERE says that the booking is there, UNDER_WAY that
 * another call of this request is at it.
 */
export async function bookWithUnits<T>(booking: UnitBooking<T>): Promise<Outcome<T>> {
  const { key } = booking.into
  const held = heldUnits(booking)
  if (held.length > 0) return goOn(booking, held)
  const admitted = await booking.admit()
  if (!admitted.ok) return admitted
  const claim = { key, holder: randomUUID(), at: booking.now }
  const all = unitsOf(booking)
  if (!(await takeAll(all, claim))) return whyNotTaken(booking)
  const outcome = await inTransaction((tx) => booking.book(tx, claim.holder))
  if (outcome.ok) {
    for (const units of all) await keepUnits(units, claim)
    return outcome
  }
  // Only what was surely not booked goes back now; whatever is in doubt is the sweeper's.
  const booked = await getById<BookedUnits>(booking.into.collection, key)
  const isOwn = booked?.holder === claim.holder
  for (const units of all) await (isOwn ? keepUnits(units, claim) : releaseUnits(units, claim))
  return outcome
}

/**
 * This request holds units already: its first call died, or is still at it. Both may book, since
 * the booking's `_id` lets one of them through. A "no" is no proof that the other one will not,
 * so the units stay marked, and the sweeper gives them back once neither can be alive.
 */
async function goOn<T>(booking: UnitBooking<T>, held: readonly HeldUnits[]): Promise<Outcome<T>> {
  const { now, into } = booking
  const all = unitsOf(booking)
  const holder = held[0]?.mark.holder ?? ''
  // Some but not all: its first call died between two things, or is between them right now.
  if (held.length < all.length) return refuse('UNDER_WAY')
  for (const { units, mark } of held) {
    const isSame = mark.holder === holder && mark.count === units.count
    if (!isSame || now - mark.at < TAKEN_OVER_AFTER_MS) return refuse('UNDER_WAY')
  }
  for (const { units, mark } of held) {
    const claim = { key: into.key, holder, at: mark.at }
    if (!(await takeOverUnits(units, claim, now))) return refuse('UNDER_WAY')
  }
  const outcome = await inTransaction((tx) => booking.book(tx, holder))
  if (!outcome.ok) return outcome.code === 'ALREADY_THERE' ? outcome : refuse('UNDER_WAY')
  for (const units of all) await keepUnits(units, { key: into.key, holder })
  return outcome
}

interface HeldUnits {
  readonly units: Units
  readonly mark: Mark
}

/** What an earlier call of this request marked, in the documents as they were read. */
function heldUnits<T>(booking: UnitBooking<T>): readonly HeldUnits[] {
  return unitsOf(booking).flatMap((units) => {
    const isIt = ({ collection, document }: WantedUnits) =>
      collection === units.collection && document._id === units.id
    const mark = booking.wanted.find(isIt)?.document.pending[booking.into.key]
    return mark ? [{ units, mark }] : []
  })
}

/** All of them or none: what was taken before one that has too few goes back. */
async function takeAll(all: readonly Units[], claim: Claim): Promise<boolean> {
  const taken: Units[] = []
  for (const units of all) {
    if (!(await takeUnits(units, claim))) {
      for (const back of taken) await releaseUnits(back, claim)
      return false
    }
    taken.push(units)
  }
  return true
}

async function whyNotTaken<T>(booking: UnitBooking<T>): Promise<Refusal> {
  const { collection, key } = booking.into
  for (const { collection: from, id } of unitsOf(booking)) {
    const holder = await getById<UnitHolder>(from, id)
    if (holder?.pending[key] !== undefined) return refuse('UNDER_WAY')
  }
  return refuse((await getById(collection, key)) === null ? 'SOLD_OUT' : 'ALREADY_THERE')
}

/**
 * One row a thing, in one order for everybody: two who want the last of the same things meet at
 * the first of them, and one goes on, instead of each holding what the other needs.
 */
function unitsOf<T>({ wanted }: UnitBooking<T>): readonly Units[] {
  const counts = new Map<string, Units>()
  for (const { collection, document, count } of wanted) {
    const name = `${collection}/${document._id}`
    const known = counts.get(name)?.count ?? 0
    counts.set(name, { collection, id: document._id, count: known + count })
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, units]) => units)
}
