/** Accounts with something due, found by an indexed date. */
import { command, findWhere } from '../runtime/database'
import type { Account, AccountDocument } from './repository'

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
