/**
 * The stored account beside what its entries imply: every difference by name, and the one step that
 * brings the account back to its entries. No balance is ever edited: the step is an entry too. It
 * is only taken where the entries themselves are whole.
 */

import { addDays, endOfMonth } from '../business-date'
import { type Lot, putInto, sumOf, takeEarliest } from '../points/lots'
import { type LedgerStep, type PointsAccount, step } from '../points/points-account'
import { accept, type Outcome, refuse } from '../refusal'
import type { Flaw, Implied } from './audit'

export type StoredAccount = PointsAccount & { readonly seq: number; readonly lastHash: string } & {
  readonly mergedInto?: string | null
}

/** One figure of the account that is not what the entries say. */
export interface Difference {
  readonly what:
    | 'account'
    | 'balance'
    | 'debt'
    | 'lot'
    | 'pending'
    | 'frozen'
    | 'expired'
    | 'moved'
    | 'merged'
    | 'seq'
    | 'lastHash'
  /** Whose: a lot's last day, or the entry that promised pending points. */
  readonly name: string | null
  readonly storedPoints: number
  readonly impliedPoints: number
}

const LIFE_AFTER_DAYS = 30
const MAX_DIFFERENCES = 30

/** Every difference between the account and its entries; none when they agree. */
export function differencesOf(
  stored: StoredAccount | null,
  implied: Implied,
): readonly Difference[] {
  const wanted = restated(implied)
  if (stored === null) {
    if (implied.seq === 0) return []
    return [differ('account', null, [0, wanted.balancePoints])]
  }
  const plain = [
    differ('balance', null, [stored.balancePoints, wanted.balancePoints]),
    differ('debt', null, [stored.debtPoints, wanted.debtPoints]),
    ...lotsDiffer('lot', stored.lots, [...wanted.lots, ...overdrawn(implied)]),
    ...lotsDiffer('pending', promisesOf(stored), promisesOf(implied)),
    ...lotsDiffer('expired', stored.expiredLots, implied.expiredLots),
    differ('seq', null, [stored.seq, implied.seq]),
  ].filter(({ storedPoints, impliedPoints }) => storedPoints !== impliedPoints)
  const told = (['lastHash', 'moved', 'merged', 'frozen'] as const).filter((what) =>
    isToldOtherwise(what, stored, implied),
  )
  const named = told.map((what) => differ(what, null, [0, 0]))
  return [...plain, ...named].slice(0, MAX_DIFFERENCES)
}

/** True when the account does not end where its entries end, so that nothing can be entered. */
export function isCutOff(differences: readonly Difference[]): boolean {
  return differences.some(({ what }) => ['account', 'seq', 'lastHash'].includes(what))
}

/**
 * Brings the account back to its entries. What was spent beyond them becomes debt; lots that ended
 * while the account was held live on. Refuses ENTRIES_BROKEN when the entries themselves cannot be
 * believed, and ACCOUNT_WHOLE when nothing differs and nothing is held.
 */
export function rebuild(
  stored: StoredAccount | null,
  implied: Implied,
  todayOn: string,
): Outcome<LedgerStep> {
  const broken = implied.flaws.find(({ kind }) => kind !== 'found')
  if (broken) return refuse('ENTRIES_BROKEN', { seq: broken.seq, on: broken.on })
  const isHeld = stored?.frozen?.certificateOn !== undefined
  const differences = differencesOf(stored, implied)
  if (differences.length === 0 && implied.flaws.length === 0 && !isHeld) {
    return refuse('ACCOUNT_WHOLE')
  }
  const wanted = restated(implied)
  const lots = isHeld && !implied.frozen ? prolonged(wanted.lots, todayOn) : wanted.lots
  const posting = { from: 'member', to: 'member', points: 0 } as const
  const before = pointsOf(implied)
  const after = { ...before, lots, debtPoints: wanted.debtPoints }
  return accept(
    step(before, after, { kind: 'rebuild', posting, taken: takenOf(implied.lots, lots) }),
  )
}

/** Which earlier flaws the entry of a rebuild answers. */
export function answeredBy(implied: Implied): readonly Flaw[] {
  return implied.flaws.filter(({ kind }) => kind === 'found')
}

/** No lot below 0: what was spent beyond one lot comes out of the others, and then is owed. */
function restated(implied: Implied): Pick<PointsAccount, 'balancePoints' | 'debtPoints' | 'lots'> {
  const held = implied.lots.filter(({ points }) => points > 0)
  const owed = implied.debtPoints - sumOf(implied.lots.filter(({ points }) => points < 0))
  const repaid = Math.min(Math.max(owed, 0), sumOf(held))
  const { lots } = takeEarliest(held, repaid)
  return { balancePoints: sumOf(lots), debtPoints: owed - repaid, lots }
}

/** Spent out of a lot that never held it: the account was changed, even if its sum was not. */
function overdrawn({ lots }: Implied): readonly Lot[] {
  return lots.filter(({ points }) => points < 0)
}

function pointsOf(implied: Implied): PointsAccount {
  const { seq, lastHash, statedOff, flaws, isMerged, ...points } = implied
  return points
}

function prolonged(lots: readonly Lot[], todayOn: string): readonly Lot[] {
  const ended = lots.filter((lot) => lot.expiresOn < todayOn)
  if (ended.length === 0) return lots
  const living = lots.filter((lot) => lot.expiresOn >= todayOn)
  const expiresOn = endOfMonth(addDays(todayOn, LIFE_AFTER_DAYS))
  return putInto(living, { expiresOn, points: sumOf(ended) })
}

function takenOf(before: readonly Lot[], after: readonly Lot[]): readonly Lot[] {
  return datesIn(before, after)
    .map((expiresOn) => ({
      expiresOn,
      points: pointsOn(before, expiresOn) - pointsOn(after, expiresOn),
    }))
    .filter(({ points }) => points !== 0)
}

function lotsDiffer(
  what: 'lot' | 'pending' | 'expired',
  stored: readonly Lot[],
  implied: readonly Lot[],
): Difference[] {
  return datesIn(stored, implied).map((name) =>
    differ(what, name, [pointsOn(stored, name), pointsOn(implied, name)]),
  )
}

function promisesOf({ pending }: PointsAccount): readonly Lot[] {
  return listed(pending).map(({ entryKey, points, releasesOn }) => ({
    expiresOn: `${releasesOn} ${entryKey}`,
    points,
  }))
}

function isToldOtherwise(
  what: 'lastHash' | 'moved' | 'merged' | 'frozen',
  stored: StoredAccount,
  implied: Implied,
): boolean {
  if (what === 'lastHash') return stored.lastHash !== implied.lastHash
  if (what === 'moved') return textOf(stored.movedLots) !== textOf(implied.movedLots)
  // Where it says that she went, whatever she earns would follow.
  if (what === 'merged') return ((stored.mergedInto ?? null) !== null) !== implied.isMerged
  // What the certificate itself froze is in no entry.
  if (stored.frozen?.certificateOn !== undefined) return false
  return stored.frozen?.on !== implied.frozen?.on
}

function textOf(moved: PointsAccount['movedLots']): string {
  return listed(moved)
    .map(({ fromOn, toOn }) => `${fromOn}>${toOn}`)
    .join()
}

function datesIn(...lists: (readonly Lot[])[]): string[] {
  return [...new Set(lists.flatMap((lots) => listed(lots).map((lot) => lot.expiresOn)))].sort()
}

function pointsOn(lots: readonly Lot[], expiresOn: string): number {
  return listed(lots).find((lot) => lot.expiresOn === expiresOn)?.points ?? 0
}

/** What was tampered with need not be a list any more, nor its parts what they were. */
function listed<T extends object>(list: readonly T[]): readonly T[] {
  return Array.isArray(list) ? list.filter((part) => typeof part === 'object' && part) : []
}

function differ(
  what: Difference['what'],
  name: string | null,
  [storedPoints, impliedPoints]: readonly [number, number],
): Difference {
  return { what, name, storedPoints, impliedPoints }
}
