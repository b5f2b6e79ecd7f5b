/**
 * The points' books. Points move from a source to a destination and never change otherwise:
 * a member earns, burns, loses what expired, and gets reversals of earlier entries.
 * A clawback beyond the balance becomes debt; every later credit repays debt first,
 * so a member with debt has no balance.
 */
import { addMonths } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import {
  type Lot,
  putInto,
  returnedExpiryOf,
  sumOf,
  takeEarliest,
  takeFrom,
  takeFromEach,
} from './lots'
import {
  assertWhole,
  credit,
  type LedgerStep,
  type MovedLot,
  type PointsAccount,
  step,
} from './points-account'

/** No shop takes goods back later than this: older dates are forgotten. */
const LOTS_REMEMBERED_MONTHS = 13

/** Issues points into the lot of their expiry date; debt is repaid first. 0 points are recorded. */
export function earn(account: PointsAccount, points: number, expiresOn: string): LedgerStep {
  return credit(account, [{ expiresOn, points }], { kind: 'earn', from: 'program:issued' })
}

/** An old member's points from the system before, lot by lot; debt is repaid first. */
export function receiveOpening(account: PointsAccount, lots: readonly Lot[]): LedgerStep {
  return credit(account, lots, { kind: 'earn', from: 'program:opening' })
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

/**
 * Gives burnt points back to the lots they came from; one that expired lives `graceDays` on, and
 * the account remembers where it went.
 */
export function returnBurnt(
  account: PointsAccount,
  burnt: readonly Lot[],
  { todayOn, graceDays }: { todayOn: string; graceDays: number },
): LedgerStep {
  const lots = burnt.map((lot) => ({
    expiresOn: returnedExpiryOf(lot.expiresOn, todayOn, graceDays),
    points: lot.points,
  }))
  const revived = burnt
    .map(({ expiresOn: fromOn }, position) => ({
      fromOn,
      toOn: lots[position]?.expiresOn ?? fromOn,
    }))
    .filter(({ fromOn, toOn }) => fromOn !== toOn)
  const movedLots = rememberMoved(account.movedLots, revived, todayOn)
  const told = revived.length > 0 ? { revived } : {}
  const from = 'program:redeemed'
  return credit({ ...account, movedLots }, lots, { kind: 'reverse', from, ...told })
}

export interface Clawback {
  /** The lot that the points went into. */
  readonly expiresOn: string
  readonly todayOn: string
  /** What the same purchase has given back: taken after everything else. */
  readonly sparedLots?: readonly (Lot & { readonly fromOn: string })[]
}

/**
 * Takes earned points back: from their own lot, then the earliest, then as debt. What already
 * expired out of that lot has left the member's hands and is not taken twice; when nobody
 * remembers any more, nothing is taken.
 */
export function clawBack(account: PointsAccount, points: number, back: Clawback): LedgerStep {
  assertWhole(points)
  const { expiresOn, todayOn, sparedLots = [] } = back
  const isForgotten = expiresOn < oldestRememberedOn(todayOn)
  // Points cannot have paid for the purchase that earned them.
  const moved = account.movedLots.filter(
    ({ fromOn, toOn }) =>
      !sparedLots.some((lot) => lot.fromOn === fromOn && lot.expiresOn === toOn),
  )
  const dates = datesOf(expiresOn, moved)
  const asked = isForgotten ? 0 : points
  const gone = takeFromEach(account.expiredLots, dates, asked)
  const due = asked - sumOf(gone.taken)
  const { free, spared } = setAside(account.lots, sparedLots)
  const own = takeFromEach(free, dates, due)
  const rest = due - sumOf(own.taken)
  const earliest = takeEarliest(own.lots, Math.min(rest, sumOf(own.lots)))
  const last = takeEarliest(spared, Math.min(rest - sumOf(earliest.taken), sumOf(spared)))
  const taken = byDate([...own.taken, ...earliest.taken, ...last.taken])
  const debtPoints = account.debtPoints + due - sumOf(taken)
  const posting = { from: 'member', to: 'program:reversed', points: due } as const
  const lots = last.lots.reduce(putInto, earliest.lots)
  const after = { lots, debtPoints, expiredLots: gone.lots }
  const told = gone.taken.length > 0 ? { expiredTaken: gone.taken } : {}
  return step(account, after, { kind: 'reverse', posting, taken, ...told })
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

/** The earliest date of a lot that anybody may still ask for. */
export function oldestRememberedOn(todayOn: string): string {
  return addMonths(todayOn, -LOTS_REMEMBERED_MONTHS)
}

/**
 * Adds moves of lots in the order in which they happened, and forgets those that nobody may ask
 * for. A move that is the last of its date already need not be told again.
 */
export function rememberMoved(
  moved: readonly MovedLot[],
  moves: readonly MovedLot[],
  todayOn: string,
): readonly MovedLot[] {
  const oldestOn = oldestRememberedOn(todayOn)
  const told = moved.filter(({ toOn }) => toOn >= oldestOn)
  for (const move of moves) if (!isTold(told, move)) told.push(move)
  return told
}

function isTold(moved: readonly MovedLot[], { fromOn, toOn }: MovedLot): boolean {
  const at = moved.findIndex((move) => move.fromOn === fromOn && move.toOn === toOn)
  return at >= 0 && !moved.slice(at).some((later) => later.fromOn === toOn)
}

/** A lot's date, and the later dates that it was given since. */
function datesOf(expiresOn: string, moved: readonly MovedLot[]): readonly string[] {
  const dates = [expiresOn]
  for (const { fromOn, toOn } of moved) if (dates.includes(fromOn)) dates.push(toOn)
  return dates
}

/** Takes of each lot what is to be spared, as far as it is there. */
function setAside(
  lots: readonly Lot[],
  wished: readonly Lot[],
): { readonly free: readonly Lot[]; readonly spared: readonly Lot[] } {
  return wished.reduce<{ free: readonly Lot[]; spared: readonly Lot[] }>(
    (so, { expiresOn, points }) => {
      const { lots: free, taken } = takeFrom(so.free, expiresOn, points)
      return { free, spared: taken.reduce(putInto, so.spared) }
    },
    { free: lots, spared: [] },
  )
}

/** One figure for each date, in the order in which they came. */
function byDate(lots: readonly Lot[]): readonly Lot[] {
  const dates = [...new Set(lots.map(({ expiresOn }) => expiresOn))]
  return dates.map((expiresOn) => ({
    expiresOn,
    points: sumOf(lots.filter((lot) => lot.expiresOn === expiresOn)),
  }))
}
