/**
 * Two memberships become one: A into B. All lots of A, with their dates, go to B and repay B's
 * debt first; a debt of A is taken out of B's points, and what B lacks is B's debt. Two entries
 * balance each other, so the two have together what they had before. For seven days it can be
 * undone: each side gets back, lot by lot, what it had, as long as that has not been spent.
 */
import { type Lot, putInto, sumOf, takeEarliest, takeFrom } from '../points/lots'
import { credit, type LedgerStep, type PointsAccount, step } from '../points/points-account'
import { accept, type Outcome, refuse } from '../refusal'

/** For so long a merge can be undone. */
export const UNDO_DAYS = 7

/** What went from A to B, as the undoing needs to know it. */
export interface MovedPoints {
  /** Went into B's lots. */
  readonly keptLots: readonly Lot[]
  /** Repaid B's debt. */
  readonly repaidLots: readonly Lot[]
  /** B's lots that paid for A's debt, and what of it became B's debt. */
  readonly takenLots: readonly Lot[]
  readonly owedPoints: number
  /** What A remembered of expired lots: a later refund does not take them twice. */
  readonly expiredLots: readonly Lot[]
}

export interface BothAccounts {
  readonly from: PointsAccount
  readonly into: PointsAccount
}

export interface BothSteps {
  readonly from: LedgerStep
  readonly into: LedgerStep
}

export interface Merged extends BothSteps {
  readonly moved: MovedPoints
}

const nothingMoved: MovedPoints = {
  keptLots: [],
  repaidLots: [],
  takenLots: [],
  owedPoints: 0,
  expiredLots: [],
}

/**
 * The two balancing steps. Refuses ACCOUNT_FROZEN for either side: whoever is being looked into
 * does not change hands. Refuses MERGE_PENDING while points of A are on their way.
 */
export function merge({ from, into }: BothAccounts): Outcome<Merged> {
  if (from.frozen || into.frozen) return refuse('ACCOUNT_FROZEN')
  const lastPending = from.pending.at(-1)
  if (lastPending) return refuse('MERGE_PENDING', { releasesOn: lastPending.releasesOn })
  const { expiredLots } = from
  const both = {
    from: { ...from, expiredLots: [] },
    into: { ...into, expiredLots: expiredLots.reduce(putInto, into.expiredLots) },
  }
  const told = { given: expiredLots, received: negated(expiredLots) }
  const merged = from.debtPoints > 0 ? moveDebt(both, told) : moveLots(both, told)
  return accept({ ...merged, moved: { ...merged.moved, expiredLots } })
}

/** What either entry says of the expired lots that change hands. */
interface ExpiredTold {
  readonly given: readonly Lot[]
  readonly received: readonly Lot[]
}

function moveLots({ from, into }: BothAccounts, { given, received }: ExpiredTold): Merged {
  const { lots } = from
  const credited = { kind: 'merge', from: 'program:merged', expiredTaken: received } as const
  // As `credit` does it: what expires soonest repays.
  const repaid = takeEarliest(lots, Math.min(into.debtPoints, sumOf(lots)))
  return {
    from: leave(from, { lots: [], debtPoints: 0 }, { taken: lots, expiredTaken: given }),
    into: credit(into, lots, credited),
    moved: { ...nothingMoved, keptLots: repaid.lots, repaidLots: repaid.taken },
  }
}

function moveDebt({ from, into }: BothAccounts, { given, received }: ExpiredTold): Merged {
  const paid = takeEarliest(into.lots, Math.min(from.debtPoints, into.balancePoints))
  const owedPoints = from.debtPoints - sumOf(paid.taken)
  const after = { lots: paid.lots, debtPoints: into.debtPoints + owedPoints }
  return {
    from: arrive(from, { lots: [], debtPoints: 0 }, { taken: [], expiredTaken: given }),
    into: leave(into, after, { taken: paid.taken, expiredTaken: received }),
    moved: { ...nothingMoved, takenLots: paid.taken, owedPoints },
  }
}

/**
 * Takes a merge back. What of the moved lots expired meanwhile is gone, as it would be anyway, and
 * A remembers it: a refund does not take it a second time.
 * Refuses MERGE_SPENT with what is missing, and ACCOUNT_FROZEN while B is frozen.
 */
export function unmerge(
  { from, into }: BothAccounts,
  moved: MovedPoints,
  todayOn: string,
): Outcome<BothSteps> {
  if (into.frozen) return refuse('ACCOUNT_FROZEN')
  let expiredLots = into.expiredLots
  const given: Lot[] = []
  const ended = moved.keptLots.filter(({ expiresOn }) => expiresOn < todayOn)
  for (const lot of [...moved.expiredLots, ...ended]) {
    const { lots, taken } = takeFrom(expiredLots, lot.expiresOn, lot.points)
    expiredLots = lots
    given.push(...taken)
  }
  const both = {
    from: { ...from, expiredLots: given.reduce(putInto, from.expiredLots) },
    into: { ...into, expiredLots },
  }
  const told = { given, received: negated(given) }
  const isDebt = sumOf(moved.takenLots) + moved.owedPoints > 0
  return isDebt ? returnDebt(both, moved, told) : returnLots(both, { moved, todayOn }, told)
}

function returnLots(
  { from, into }: BothAccounts,
  { moved, todayOn }: { moved: MovedPoints; todayOn: string },
  { given, received }: ExpiredTold,
): Outcome<BothSteps> {
  const living = moved.keptLots.filter(({ expiresOn }) => expiresOn >= todayOn)
  let lots = into.lots
  for (const { expiresOn, points } of living) {
    const part = takeFrom(lots, expiresOn, points)
    const missingPoints = points - sumOf(part.taken)
    if (missingPoints > 0) return refuse('MERGE_SPENT', { missingPoints, expiresOn })
    lots = part.lots
  }
  // B's debt is there again; what B has earned since would have repaid it.
  const debtAgain = sumOf(moved.repaidLots)
  const repaid = takeEarliest(lots, Math.min(debtAgain, sumOf(lots)))
  const debtPoints = into.debtPoints + debtAgain - sumOf(repaid.taken)
  const credited = { kind: 'merge', from: 'program:merged', expiredTaken: received } as const
  return accept({
    from: credit(from, [...living, ...moved.repaidLots], credited),
    into: leave(
      into,
      { lots: repaid.lots, debtPoints },
      { taken: [...living, ...repaid.taken], expiredTaken: given },
    ),
  })
}

function returnDebt(
  { from, into }: BothAccounts,
  { takenLots, owedPoints }: MovedPoints,
  { given, received }: ExpiredTold,
): Outcome<BothSteps> {
  const missingPoints = owedPoints - into.debtPoints
  if (missingPoints > 0) return refuse('MERGE_SPENT', { missingPoints })
  const lighter = { ...into, debtPoints: into.debtPoints - owedPoints }
  const { account, movement } = credit(lighter, takenLots, {
    kind: 'merge',
    from: 'program:merged',
  })
  const debtPoints = sumOf(takenLots) + owedPoints
  return accept({
    from: leave(from, { lots: from.lots, debtPoints }, { taken: [], expiredTaken: received }),
    into: arrive(into, account, { taken: negated(movement.lotChanges), expiredTaken: given }),
  })
}

type After = Pick<PointsAccount, 'lots' | 'debtPoints'>
type Told = { readonly taken: readonly Lot[]; readonly expiredTaken: readonly Lot[] }

/** As many points leave as the account is worth less afterwards. */
function leave(before: PointsAccount, after: After, told: Told): LedgerStep {
  const points = worthOf(before) - worthOf(after)
  const posting = { from: 'member', to: 'program:merged', points } as const
  return step(before, after, { kind: 'merge', posting, ...told })
}

function arrive(before: PointsAccount, after: After, told: Told): LedgerStep {
  const points = worthOf(after) - worthOf(before)
  const posting = { from: 'program:merged', to: 'member', points } as const
  return step(before, after, { kind: 'merge', posting, ...told })
}

function worthOf({ lots, debtPoints }: After): number {
  return sumOf(lots) - debtPoints
}

function negated(lots: readonly Lot[]): readonly Lot[] {
  return lots.map((lot) => ({ ...lot, points: 0 - lot.points }))
}
