/**
 * Points may be pending for some days, when a rule says so: they are promised, but cannot be spent
 * until they are released. Released points repay debt first, like all that comes in. A refund
 * takes from what is still pending of that purchase before it touches anything else.
 */
import { type Clawback, clawBack, earn } from './ledger'
import { sumOf } from './lots'
import {
  assertWhole,
  credit,
  type LedgerStep,
  type PendingEarn,
  type PointsAccount,
  step,
} from './points-account'

/** More purchases than a member makes within any pending time; beyond it points come at once. */
const MAX_PENDING = 100
/** Each release is an entry, and a transaction of the platform's takes 100 operations at most. */
const MAX_RELEASED_AT_ONCE = 30

/** Earns at once, or holds the points until `releasesOn` when it is set. */
export function earnOrHold(
  account: PointsAccount,
  earned: Omit<PendingEarn, 'releasesOn'> & { readonly releasesOn: string | null },
): LedgerStep {
  const { points, expiresOn, releasesOn } = earned
  assertWhole(points)
  const isFull = account.pending.length >= MAX_PENDING
  if (releasesOn === null || points === 0 || isFull) return earn(account, points, expiresOn)
  const pendingChange = { ...earned, releasesOn }
  const pending = [...account.pending, pendingChange].sort((a, b) =>
    a.releasesOn < b.releasesOn ? -1 : 1,
  )
  const posting = { from: 'program:issued', to: 'program:pending', points } as const
  const moved = { kind: 'earn', posting, taken: [], pendingChange } as const
  return step(account, withPending(account, pending), moved)
}

/**
 * One step for each earn whose day of release has come, into the lot of its expiry date. Of very
 * many only the first: whoever opens the book next enters the next of them.
 */
export function releaseDue(
  account: PointsAccount,
  todayOn: string,
): readonly { readonly pending: PendingEarn; readonly step: LedgerStep }[] {
  const released: { pending: PendingEarn; step: LedgerStep }[] = []
  let current = account
  const dueBy = account.pending.filter(({ releasesOn }) => releasesOn <= todayOn)
  for (const due of dueBy.slice(0, MAX_RELEASED_AT_ONCE)) {
    const left = current.pending.filter(({ entryKey }) => entryKey !== due.entryKey)
    const crediting = credit(withPending(current, left), [due], {
      kind: 'release',
      from: 'program:pending',
      pendingChange: { ...due, points: -due.points },
    })
    released.push({ pending: due, step: crediting })
    current = crediting.account
  }
  return released
}

/**
 * Takes the points of one purchase back: what is pending of it first, the rest by `clawBack`. One
 * step or two, the last of which stands for the whole.
 */
export function clawBackEarn(
  account: PointsAccount,
  { entryKey, points, ...back }: Clawback & { readonly entryKey: string; readonly points: number },
): readonly LedgerStep[] {
  assertWhole(points)
  const held = account.pending.find((pending) => pending.entryKey === entryKey)
  if (!held || points === 0) return [clawBack(account, points, back)]
  const taken = Math.min(held.points, points)
  const pending = account.pending
    .map((other) => (other === held ? { ...held, points: held.points - taken } : other))
    .filter((other) => other.points > 0)
  const posting = { from: 'program:pending', to: 'program:reversed', points: taken } as const
  const first = step(account, withPending(account, pending), {
    kind: 'reverse',
    posting,
    taken: [],
    pendingChange: { ...held, points: -taken },
  })
  return taken === points ? [first] : [first, clawBack(first.account, points - taken, back)]
}

/** When the points of an earn can be spent; null when they can be already. */
export function releasesOnOf({ account, movement }: LedgerStep, entryKey: string): string | null {
  if (movement.posting.to !== 'program:pending') return null
  return account.pending.find((pending) => pending.entryKey === entryKey)?.releasesOn ?? null
}

function withPending(account: PointsAccount, pending: readonly PendingEarn[]): PointsAccount {
  return { ...account, pending, pendingPoints: sumOf(pending) }
}
