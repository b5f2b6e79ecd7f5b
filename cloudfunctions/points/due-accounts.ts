/** Accounts with something due, found by an indexed date, and the marks that notices leave. */
import type { DueNotice } from '../../shared/points/expiry-notice'
import { command, findWhere } from '../runtime/database'
import type { Fleeting } from '../runtime/retention'
import type { Account, AccountDocument } from './repository'

/**
 * One member who is to be told of points that will expire. The messages will take up those that
 * nobody has told her of (`toldAt` null), and ask the account first: she may have spent them.
 */
export interface ExpiryNoticeDocument extends DueNotice {
  readonly memberId: string
  readonly markedOn: string
  readonly toldAt: number | null
}

/** Marks of which nobody told: thirty days after the mark its points are spent or expired. */
export const oldNotices: Fleeting = {
  collection: 'expiry_notices',
  datedBy: { on: 'markedOn' },
  where: { toldAt: null },
}

/** Accounts with points whose last day is past, the longest overdue first. */
export function accountsDueBefore(todayOn: string, limit: number): Promise<Account[]> {
  return accountsDue('nextExpiresOn', command.lt(todayOn).and(command.gt('')), limit)
}

/** Accounts with pending points that can be spent by now, the longest overdue first. */
export function accountsToRelease(todayOn: string, limit: number): Promise<Account[]> {
  return accountsDue('nextReleasesOn', command.lte(todayOn).and(command.gt('')), limit)
}

/** Accounts with a coming expiry to tell of, the longest overdue first. */
export function accountsToNotice(todayOn: string, limit: number): Promise<Account[]> {
  return accountsDue('nextNoticeOn', command.lte(todayOn).and(command.gt('')), limit)
}

function accountsDue(
  field: 'nextExpiresOn' | 'nextReleasesOn' | 'nextNoticeOn',
  isDue: object,
  limit: number,
): Promise<Account[]> {
  const orderBy = [field, 'asc'] as const
  return findWhere<AccountDocument>('points_accounts', { [field]: isDue }, { orderBy, limit })
}
