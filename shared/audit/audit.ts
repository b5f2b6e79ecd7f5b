/**
 * The audit of one member's books. Her entries, taken in order, say what her account must be: each
 * of them is looked at once, whether it carries on from the one before it and still is what was
 * sealed. What is then stored as her account is compared with that, and every difference named.
 */
import { startOfDateAt } from '../business-date'
import { oldestRememberedOn, rememberMoved } from '../points/ledger'
import { type Lot, putInto, sumOf } from '../points/lots'
import {
  emptyAccount,
  type Movement,
  type PendingEarn,
  type PointsAccount,
} from '../points/points-account'

/** An entry as the audit reads it. */
export interface ChainEntry extends Omit<Movement, 'posting'> {
  readonly _id: string
  readonly memberId: string
  readonly posting: { readonly from: string; readonly to: string; readonly points: number }
  readonly seq: number
  readonly balanceAfterPoints: number
  readonly debtAfterPoints: number
  readonly at: number
  readonly on: string
  readonly facts: { readonly note: string | null }
  readonly reason?: string
  readonly prevHash: string
  readonly hash: string
  /** Flaws before it that a manager answered with it. */
  readonly answered?: readonly string[]
}

/** What can be wrong with an entry by itself, or after the one before it. */
export type FlawKind =
  /** Its content is not what was sealed. */
  | 'seal'
  /** An entry before it is gone, or it came twice. */
  | 'number'
  /** It does not follow the entry before it. */
  | 'link'
  /** Its own figures contradict each other. */
  | 'sum'
  /** Its day is not the day of its instant. */
  | 'day'
  /** The balance it found was not what the entries before it say: the account had been changed. */
  | 'found'

export interface Flaw {
  readonly kind: FlawKind
  readonly seq: number
  readonly entryId: string
  readonly on: string
}

/** What the entries so far imply. A lot may stand below 0: more was spent than ever came in. */
export interface Implied extends PointsAccount {
  readonly seq: number
  readonly lastHash: string
  /** By how much the balance and debt stated last differ from what the entries add up to. */
  readonly statedOff: readonly [balancePoints: number, debtPoints: number]
  readonly flaws: readonly Flaw[]
  /** Her membership has gone into another one. */
  readonly isMerged: boolean
}

/** Enough to see what happened; the rest would say the same. */
const MAX_FLAWS = 20
const LONGEST_DAY_MS = 47 * 3_600_000

export const nothingImplied: Implied = {
  ...emptyAccount,
  seq: 0,
  lastHash: '',
  statedOff: [0, 0],
  flaws: [],
  isMerged: false,
}

/** Takes in the member's next entry; `hashNow` is the hash of its content as it is stored now. */
export function takeEntry(before: Implied, entry: ChainEntry, hashNow: string): Implied {
  const lots = changed(before.lots, changesOf(entry))
  const pending = pendingAfter(before.pending, entry)
  const after = {
    ...before,
    lots,
    balancePoints: sumOf(lots),
    debtPoints: before.debtPoints + whole(entry.debtChangePoints),
    pending,
    pendingPoints: sumOf(pending),
    ...keptAside(before, entry),
    seq: entry.seq,
    lastHash: entry.hash,
    isMerged: entry.reason === 'mergedOut' || (before.isMerged && entry.reason !== 'mergeUndone'),
  }
  const statedOff = [
    entry.balanceAfterPoints - after.balancePoints,
    entry.debtAfterPoints - after.debtPoints,
  ] as const
  const kinds = flawsOf(before, entry, { hashNow, statedOff })
  const found = kinds.map((kind) => ({ kind, seq: entry.seq, entryId: entry._id, on: entry.on }))
  const open = before.flaws.filter((flaw) => !entry.answered?.includes(nameOfFlaw(flaw)))
  return { ...after, statedOff, flaws: worstOf([...open, ...found]) }
}

/** Of very many, those that no rebuild can answer: else the others would hide them. */
function worstOf(flaws: readonly Flaw[]): readonly Flaw[] {
  if (flaws.length <= MAX_FLAWS) return flaws
  const broken = flaws.filter(({ kind }) => kind !== 'found')
  const rest = flaws.filter(({ kind }) => kind === 'found')
  return [...broken, ...rest].slice(0, MAX_FLAWS)
}

/** How a later entry names the flaw that it answers. */
export function nameOfFlaw({ seq, kind }: Flaw): string {
  return `${seq}:${kind}`
}

function flawsOf(
  before: Implied,
  entry: ChainEntry,
  { hashNow, statedOff }: { hashNow: string; statedOff: Implied['statedOff'] },
): FlawKind[] {
  const { posting, points } = entry
  const member = `member:${entry.memberId}`
  const came = posting.to === member ? posting.points : 0
  const net = came - (posting.from === member ? posting.points : 0)
  const moved = sumOf(changesOf(entry)) - entry.debtChangePoints
  const isNext = entry.seq === before.seq + 1
  const wasOff = before.statedOff
  const judged: Record<FlawKind, boolean> = {
    seal: hashNow !== entry.hash,
    number: !isNext,
    link: isNext && entry.prevHash !== before.lastHash,
    sum: points !== net || points !== moved,
    day: !isOnItsDay(entry),
    found: statedOff[0] !== wasOff[0] || statedOff[1] !== wasOff[1],
  }
  // A rebuild states anew what the entries say: it is where the difference ends.
  if (entry.kind === 'rebuild' && statedOff.every((off) => off === 0)) judged.found = false
  return kindsInOrder.filter((kind) => judged[kind])
}

const kindsInOrder: readonly FlawKind[] = ['seal', 'number', 'link', 'sum', 'day', 'found']

/** What the account keeps beside its points: freezes, expired lots, lots with a later date. */
function keptAside(
  { frozen, expiredLots, movedLots }: PointsAccount,
  entry: ChainEntry,
): Pick<PointsAccount, 'frozen' | 'expiredLots' | 'movedLots'> {
  const { kind, on } = entry
  if (kind === 'freeze') {
    return { frozen: { on, reason: entry.facts.note ?? '' }, expiredLots, movedLots }
  }
  if (kind === 'unfreeze') {
    const moves = movedBy(changesOf(entry))
    return { frozen: null, expiredLots, movedLots: rememberMoved(movedLots, moves, on) }
  }
  if (entry.posting.from === 'program:redeemed') {
    const moves = entry.revived ?? []
    return { frozen, expiredLots, movedLots: rememberMoved(movedLots, moves, on) }
  }
  if (kind === 'expire') {
    const gone = changesOf(entry).map((lot) => ({ ...lot, points: 0 - lot.points }))
    const remembered = gone
      .reduce<readonly Lot[]>((lots, lot) => putInto(lots, lot), expiredLots)
      .filter((lot) => lot.expiresOn >= oldestRememberedOn(on))
    return { frozen, expiredLots: remembered, movedLots }
  }
  const taken = (entry.expiredTaken ?? []).map((lot) => ({ ...lot, points: 0 - lot.points }))
  return { frozen, expiredLots: changed(expiredLots, taken), movedLots }
}

function movedBy(changes: readonly Lot[]) {
  const toOn = changes.find((lot) => lot.points > 0)?.expiresOn
  if (toOn === undefined) return []
  return changes
    .filter((lot) => lot.points < 0)
    .map(({ expiresOn }) => ({ fromOn: expiresOn, toOn }))
}

function pendingAfter(pending: readonly PendingEarn[], entry: ChainEntry): readonly PendingEarn[] {
  const { pendingChange: change } = entry
  if (!change) return pending
  const held = pending.find(({ entryKey }) => entryKey === change.entryKey)
  const others = pending.filter((other) => other !== held)
  const points = whole(held?.points) + whole(change.points)
  const so = points === 0 ? others : [...others, { ...change, points }]
  return [...so].sort((one, other) => (one.releasesOn < other.releasesOn ? -1 : 1))
}

/** Like `putInto`, but a lot may stand below 0: the audit hides nothing. */
function changed(lots: readonly Lot[], changes: readonly Lot[]): readonly Lot[] {
  return changes.reduce((so, { expiresOn, points }) => {
    const held = so.find((lot) => lot.expiresOn === expiresOn)?.points ?? 0
    const merged = { expiresOn, points: held + points }
    const others = so.filter((lot) => lot.expiresOn !== expiresOn)
    return [...others, merged]
      .filter((lot) => lot.points !== 0)
      .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1))
  }, lots)
}

function changesOf({ lotChanges }: ChainEntry): readonly Lot[] {
  if (!Array.isArray(lotChanges)) return []
  return lotChanges.map(({ expiresOn, points }) => ({ expiresOn, points: whole(points) }))
}

/** What was tampered with need not be a number any more. */
function whole(points: number | undefined): number {
  return Number.isSafeInteger(points) ? Number(points) : 0
}

/** A shop's day may begin up to 23 hours late. */
function isOnItsDay({ at, on }: ChainEntry): boolean {
  const sinceMs = at - startOfDateAt(on)
  return sinceMs >= 0 && sinceMs < LONGEST_DAY_MS
}
