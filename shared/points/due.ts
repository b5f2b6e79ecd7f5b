/**
 * What the calendar does to an account by itself: pending points are released, then lots whose last
 * day is past expire. Whoever opens a member's book enters it first, so nothing waits for a job.
 */
import { expireDue } from './ledger'
import { releaseDue } from './pending'
import type { LedgerStep, PendingEarn, PointsAccount } from './points-account'

export type Due =
  | { readonly kind: 'release'; readonly pending: PendingEarn; readonly step: LedgerStep }
  | { readonly kind: 'expiry'; readonly expiresOn: string; readonly step: LedgerStep }

/** All that is due on a date, in the order in which it is entered. */
export function fallDue(account: PointsAccount, todayOn: string): readonly Due[] {
  const releases = releaseDue(account, todayOn)
  const released = releases.at(-1)?.step.account ?? account
  const expiring = released.lots.map(({ expiresOn }) => expiresOn)
  return [
    ...releases.map((release) => ({ kind: 'release', ...release }) as const),
    // Lots are sorted by date, and expire in that order.
    ...expireDue(released, todayOn).map(
      (step, position) => ({ kind: 'expiry', expiresOn: expiring[position] ?? '', step }) as const,
    ),
  ]
}

/** The account as opening its book on this date leaves it: what a page may promise. */
export function accountOn<A extends PointsAccount>(account: A, todayOn: string): A {
  return { ...account, ...fallDue(account, todayOn).at(-1)?.step.account }
}
