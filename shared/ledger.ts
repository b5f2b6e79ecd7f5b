/**
 * The points' books. Points move from a source to a destination and never change otherwise:
 * a member earns, burns, loses what expired, and gets reversals of earlier entries.
 * A clawback beyond the balance becomes debt; every later credit repays debt first,
 * so a member with debt has no balance.
 */
import { addMonths } from './business-date'
import {
  type Lot,
  putInto,
  returnedExpiryOf,
  sumOf,
  takeEarliest,
  takeFrom,
  takeFromEach,
} from './lots'
import { accept, type Outcome, refuse } from './refusal'

export type EntryKind = 'earn' | 'burn' | 'expire' | 'reverse' | 'adjust' | 'freeze' | 'unfreeze'

/** What in the shop caused the entry. */
export type EntryReason =
  | 'purchase'
  | 'purchaseRefunded'
  | 'welcomePack'
  | 'redemption'
  | 'redemptionCancelled'
  | 'pickupExpired'
  | 'expiry'
  | 'frozen'
  | 'unfrozen'
  | 'adjusted'

export type ProgramAccount =
  | 'program:issued'
  | 'program:redeemed'
  | 'program:expired'
  | 'program:reversed'
  | 'program:adjusted'

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
}

/** A lot that was given a later date: who asks for the first date means the second too. */
export interface MovedLot {
  readonly fromOn: string
  readonly toOn: string
}

export interface PointsAccount {
  readonly balancePoints: number
  readonly debtPoints: number
  readonly pendingPoints: number
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
}

export interface LedgerStep {
  readonly account: PointsAccount
  readonly movement: Movement
}

export const emptyAccount: PointsAccount = {
  balancePoints: 0,
  debtPoints: 0,
  pendingPoints: 0,
  lots: [],
  expiredLots: [],
  frozen: null,
  movedLots: [],
}

/** No shop takes goods back later than this: older dates are forgotten. */
const LOTS_REMEMBERED_MONTHS = 13

/** Issues points into the lot of their expiry date; debt is repaid first. 0 points are recorded. */
export function earn(account: PointsAccount, points: number, expiresOn: string): LedgerStep {
  return credit(account, [{ expiresOn, points }], { kind: 'earn', from: 'program:issued' })
}

/**
 * Spends points, the soonest-expiring first. Refuses ACCOUNT_FROZEN, and POINTS_INSUFFICIENT with
 * what is missing.
 */
export function burn(account: PointsAccount, points: number): Outcome<LedgerStep> {
  assertWhole(points)
  if (account.frozen) return refuse('ACCOUNT_FROZEN')
  if (account.balancePoints < points) {
    return refuse('POINTS_INSUFFICIENT', { missingPoints: points - account.balancePoints })
  }
  const { lots, taken } = takeEarliest(account.lots, points)
  const posting = { from: 'member', to: 'program:redeemed', points } as const
  const after = { lots, debtPoints: account.debtPoints }
  return accept(step(account, after, { kind: 'burn', posting, taken }))
}

/** Gives burnt points back to the lots they came from; one that expired lives `graceDays` on. */
export function returnBurnt(
  account: PointsAccount,
  burnt: readonly Lot[],
  { todayOn, graceDays }: { todayOn: string; graceDays: number },
): LedgerStep {
  const lots = burnt.map((lot) => ({
    expiresOn: returnedExpiryOf(lot.expiresOn, todayOn, graceDays),
    points: lot.points,
  }))
  return credit(account, lots, { kind: 'reverse', from: 'program:redeemed' })
}

/**
 * Takes earned points back: from their own lot, then the earliest, then as debt. What already
 * expired out of that lot has left the member's hands and is not taken twice.
 */
export function clawBack(account: PointsAccount, points: number, expiresOn: string): LedgerStep {
  assertWhole(points)
  const dates = datesOf(expiresOn, account.movedLots)
  const gone = takeFromEach(account.expiredLots, dates, points)
  const due = points - sumOf(gone.taken)
  const own = takeFromEach(account.lots, dates, due)
  const rest = Math.min(due - sumOf(own.taken), sumOf(own.lots))
  const earliest = takeEarliest(own.lots, rest)
  const debtPoints = account.debtPoints + due - sumOf(own.taken) - rest
  const posting = { from: 'member', to: 'program:reversed', points: due } as const
  const after = { lots: earliest.lots, debtPoints, expiredLots: gone.lots }
  const taken = [...own.taken, ...earliest.taken]
  return step(account, after, { kind: 'reverse', posting, taken })
}

/**
 * One step for each lot whose last day is past; none while the account is frozen. Spending never
 * waits for the job that runs it.
 */
export function expireDue(account: PointsAccount, todayOn: string): readonly LedgerStep[] {
  if (account.frozen) return []
  const steps: LedgerStep[] = []
  let current = account
  for (const due of account.lots.filter((lot) => lot.expiresOn < todayOn)) {
    const { lots, taken } = takeFrom(current.lots, due.expiresOn, due.points)
    const posting = { from: 'member', to: 'program:expired', points: due.points } as const
    const expiredLots = putInto(current.expiredLots, due).filter(
      (lot) => lot.expiresOn >= oldestRememberedOn(todayOn),
    )
    const after = { lots, debtPoints: current.debtPoints, expiredLots }
    const taking = step(current, after, { kind: 'expire', posting, taken })
    steps.push(taking)
    current = taking.account
  }
  return steps
}

/** The account as opening its book on this date leaves it: what a page may promise. */
export function accountOn<A extends PointsAccount>(account: A, todayOn: string): A {
  return { ...account, ...expireDue(account, todayOn).at(-1)?.account }
}

/** The earliest date of a lot that anybody may still ask for. */
export function oldestRememberedOn(todayOn: string): string {
  return addMonths(todayOn, -LOTS_REMEMBERED_MONTHS)
}

/** Throws when an account contradicts itself: that is a fault, never a refusal. */
export function assertSound(account: PointsAccount): void {
  const { balancePoints, debtPoints, lots } = account
  if (balancePoints !== sumOf(lots)) throw new Error('balance differs from the sum of the lots')
  if (debtPoints < 0 || lots.some((lot) => lot.points <= 0)) throw new Error('negative points')
  if (debtPoints > 0 && balancePoints > 0) throw new Error('debt beside a balance')
  if (![balancePoints, debtPoints, ...lots.map((lot) => lot.points)].every(Number.isSafeInteger)) {
    throw new Error('points are not whole')
  }
}

/** Points come in, lot by lot; whatever is owed is repaid first. */
export function credit(
  account: PointsAccount,
  credited: readonly Lot[],
  { kind, from }: { kind: 'earn' | 'reverse' | 'adjust'; from: ProgramAccount },
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
  return step(account, { lots, debtPoints: owed }, { kind, posting, taken: changes })
}

/**
 * The one way from an account to the next. `taken` names what left each lot; what came in is given
 * as negative taking.
 */
export function step(
  before: PointsAccount,
  after: Pick<PointsAccount, 'lots' | 'debtPoints'> & Partial<PointsAccount>,
  { kind, posting, taken }: { kind: EntryKind; posting: Posting; taken: readonly Lot[] },
): LedgerStep {
  const account = { ...before, ...after, balancePoints: sumOf(after.lots) }
  assertSound(account)
  const debtChangePoints = account.debtPoints - before.debtPoints
  const points = account.balancePoints - before.balancePoints - debtChangePoints
  const signed = posting.to === 'member' ? posting.points : -posting.points
  if (points !== signed) throw new Error('the posting and the account disagree')
  const lotChanges = taken.map((lot) => ({ expiresOn: lot.expiresOn, points: 0 - lot.points }))
  return { account, movement: { kind, posting, points, lotChanges, debtChangePoints } }
}

/** A lot's date, and the later dates that it was given since. */
function datesOf(expiresOn: string, moved: readonly MovedLot[]): readonly string[] {
  const dates = [expiresOn]
  for (const { fromOn, toOn } of moved) if (dates.includes(fromOn)) dates.push(toOn)
  return dates
}

function assertWhole(points: number): void {
  if (!Number.isSafeInteger(points) || points < 0) throw new Error(`not whole points: ${points}`)
}
