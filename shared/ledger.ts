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
import {
  assertWhole,
  credit,
  type LedgerStep,
  type MovedLot,
  type PointsAccount,
  step,
} from './points-account'
import { accept, type Outcome, refuse } from './refusal'

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

/** A lot's date, and the later dates that it was given since. */
function datesOf(expiresOn: string, moved: readonly MovedLot[]): readonly string[] {
  const dates = [expiresOn]
  for (const { fromOn, toOn } of moved) if (dates.includes(fromOn)) dates.push(toOn)
  return dates
}
