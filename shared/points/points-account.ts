/**
 * A member's points account, and the one way from it to the next: a step that says from where to
 * where points moved, and what that did lot by lot.
 */
import { type Lot, putInto, sumOf } from './lots'

export type EntryKind =
  | 'earn'
  | 'release'
  | 'burn'
  | 'expire'
  | 'reverse'
  | 'adjust'
  | 'freeze'
  | 'unfreeze'
  | 'rebuild'
  | 'merge'

export type ProgramAccount =
  | 'program:issued'
  | 'program:pending'
  | 'program:redeemed'
  | 'program:expired'
  | 'program:reversed'
  | 'program:adjusted'
  | 'program:opening'
  | 'program:merged'

/** Points leave `from` and arrive at `to`. A freeze moves nothing: 0 points, member to member. */
export interface Posting {
  readonly from: ProgramAccount | 'member'
  readonly to: ProgramAccount | 'member'
  readonly points: number
}

/** A manager's freeze: since which business date, and the reason that the member is told. */
export interface Freeze {
  readonly on: string
  readonly reason: string
  /** Set when the daily certificate froze it: checking it against its entries ends that. */
  readonly certificateOn?: string
  /** Set when the account does not end where its entries end: nothing can be entered then. */
  readonly isClosed?: boolean
}

/** A lot that was given a later date: who asks for the first date means the second too. */
export interface MovedLot {
  readonly fromOn: string
  readonly toOn: string
}

/** Points of one earn that cannot be spent yet. */
export interface PendingEarn {
  /** The entry that promised them. */
  readonly entryKey: string
  readonly points: number
  /** The first business date on which they can be spent, and the last. */
  readonly releasesOn: string
  readonly expiresOn: string
  readonly storeId: string | null
  readonly receiptNo: string | null
}

export interface PointsAccount {
  readonly balancePoints: number
  readonly debtPoints: number
  readonly pendingPoints: number
  /** The soonest released first; they sum to `pendingPoints`. */
  readonly pending: readonly PendingEarn[]
  readonly lots: readonly Lot[]
  /** What expired unspent, by its lot's date: a later refund does not take it a second time. */
  readonly expiredLots: readonly Lot[]
  /** Null while its points can be spent. */
  readonly frozen: Freeze | null
  readonly movedLots: readonly MovedLot[]
}

/** One step of the books: what moved, and what it did lot by lot. */
export interface Movement {
  readonly kind: EntryKind
  readonly posting: Posting
  /** Change of balance less debt: the entry's sum. */
  readonly points: number
  /** Signed change of each lot. */
  readonly lotChanges: readonly Lot[]
  readonly debtChangePoints: number
  /** What came to be pending (+), or ceased to be (−). */
  readonly pendingChange?: PendingEarn
  /** What a clawback found expired already, by its lot's date. */
  readonly expiredTaken?: readonly Lot[]
  /** Lots that a return brought back to life, and the dates that they were given. */
  readonly revived?: readonly MovedLot[]
}

/** What a movement says beyond the lots, where there is something to say. */
export type MovementTold = Pick<Movement, 'pendingChange' | 'expiredTaken' | 'revived'>

export interface LedgerStep {
  readonly account: PointsAccount
  readonly movement: Movement
}

export const emptyAccount: PointsAccount = {
  balancePoints: 0,
  debtPoints: 0,
  pendingPoints: 0,
  pending: [],
  lots: [],
  expiredLots: [],
  frozen: null,
  movedLots: [],
}

type Credited = 'earn' | 'release' | 'reverse' | 'adjust' | 'merge'

/** Points come in, lot by lot; whatever is owed is repaid first. */
export function credit(
  account: PointsAccount,
  credited: readonly Lot[],
  { kind, from, ...told }: { kind: Credited; from: ProgramAccount } & MovementTold,
): LedgerStep {
  let owed = account.debtPoints
  let lots = account.lots
  const changes: Lot[] = []
  // The soonest-expiring repay the debt, so that the member keeps what lives longest.
  const soonestFirst = [...credited].sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
  for (const lot of soonestFirst) {
    assertWhole(lot.points)
    const repaid = Math.min(owed, lot.points)
    owed -= repaid
    const kept = { expiresOn: lot.expiresOn, points: lot.points - repaid }
    if (kept.points === 0) continue
    lots = putInto(lots, kept)
    changes.push({ expiresOn: kept.expiresOn, points: -kept.points })
  }
  const posting: Posting = { from, to: 'member', points: sumOf(credited) }
  return step(account, { lots, debtPoints: owed }, { kind, posting, taken: changes, ...told })
}

/**
 * The one way from an account to the next. `taken` names what left each lot; what came in is given
 * as negative taking.
 */
export function step(
  before: PointsAccount,
  after: Pick<PointsAccount, 'lots' | 'debtPoints'> & Partial<PointsAccount>,
  {
    kind,
    posting,
    taken,
    ...told
  }: { kind: EntryKind; posting: Posting; taken: readonly Lot[] } & MovementTold,
): LedgerStep {
  const account = { ...before, ...after, balancePoints: sumOf(after.lots) }
  assertSound(account)
  const debtChangePoints = account.debtPoints - before.debtPoints
  const points = account.balancePoints - before.balancePoints - debtChangePoints
  const arrived = posting.to === 'member' ? posting.points : 0
  const signed = arrived - (posting.from === 'member' ? posting.points : 0)
  if (points !== signed) throw new Error('the posting and the account disagree')
  const lotChanges = taken.map((lot) => ({ expiresOn: lot.expiresOn, points: 0 - lot.points }))
  return { account, movement: { kind, posting, points, lotChanges, debtChangePoints, ...told } }
}

/**
 * A stored account that contradicts itself, or its entries. The fault is that one document's: the
 * transaction and the door tell its member so, and nobody else hears of it.
 */
export class UnsoundAccount extends Error {}

/** Throws when an account contradicts itself: that is a fault, never a refusal. */
export function assertSound(account: PointsAccount): void {
  const { balancePoints, debtPoints, lots, pending, pendingPoints } = account
  if (balancePoints !== sumOf(lots)) throw new Error('balance differs from the sum of the lots')
  if (pendingPoints !== sumOf(pending)) throw new Error('pending differs from the sum of its parts')
  if (pending.some(({ points }) => points <= 0)) throw new Error('negative points')
  if (debtPoints < 0 || lots.some((lot) => lot.points <= 0)) throw new Error('negative points')
  if (debtPoints > 0 && balancePoints > 0) throw new Error('debt beside a balance')
  const parts = [...lots, ...pending].map(({ points }) => points)
  if (![balancePoints, debtPoints, pendingPoints, ...parts].every(Number.isSafeInteger)) {
    throw new Error('points are not whole')
  }
}

/** A stored account as it is, unless it contradicts itself: throws UnsoundAccount. */
export function soundOf<A extends PointsAccount>(account: A): A {
  try {
    assertSound(account)
    return account
  } catch (fault) {
    throw new UnsoundAccount(fault instanceof Error ? fault.message : String(fault))
  }
}

/** Throws for anything that is no number of points. */
export function assertWhole(points: number): void {
  if (!Number.isSafeInteger(points) || points < 0) throw new Error(`not whole points: ${points}`)
}
