/** Reads of the points' books. Only `ledger.ts` writes them. */
import {
  emptyAccount,
  type Movement,
  type PointsAccount,
  soundOf,
} from '../../shared/points/points-account'
import type { EntryReason } from '../../shared/points/reasons'
import type { CheckInFacts, GiftFacts } from '../../shared/points/story'
import type { EarnCap } from '../../shared/rules/earning'
import { command, findWhere, getById, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'
import { noTallies, type Tallies } from './tallies'

/** A member's account: her points, and since it is also her lock, what is counted per member. */
export interface AccountDocument extends PointsAccount, Tallies {
  /** Entries so far; the next one is `seq + 1`. */
  readonly seq: number
  readonly lastHash: string
  /** The first coming expiry, for the job that reads only what is due. */
  readonly nextExpiresOn: string | null
  /** The first coming release, likewise. */
  readonly nextReleasesOn: string | null
  /** The first date on which she is to be told of a coming expiry. */
  readonly nextNoticeOn: string | null
  /** The membership that this one was merged into: whoever opens its book opens that one's. */
  readonly mergedInto: string | null
  readonly mergedFrom: readonly MergedFrom[]
  readonly updatedAt: number
}

/** A membership that was merged into this one. */
export interface MergedFrom {
  readonly memberId: string
  readonly mergeId: string
  readonly at: number
}
export type Account = Stored<AccountDocument>

/** Facts of the source that the entry's sentence tells the shopper. */
export interface EntryFacts {
  readonly paidFen: number | null
  readonly receiptNo: string | null
  readonly rewardTitle: string | null
  /** What a manager gave as her reason. */
  readonly note: string | null
  /** When points that are pending can be spent. */
  readonly releasesOn: string | null
  /** Which cap of the earn rule cut the points, if any. */
  readonly cap: EarnCap
  /** What of a purchase's bill earns nothing; absent otherwise. */
  readonly excludedFen?: number | null
  /** The receipt's date, when its code was forgotten; absent otherwise. */
  readonly boughtOn?: string
  /** Money that points took off a bill; absent otherwise. */
  readonly offFen?: number
  /** Which gift it was; absent otherwise. */
  readonly gift?: GiftFacts
  /** How long the streak was, of a check-in; absent otherwise. */
  readonly checkIn?: CheckInFacts
}

/** As stored: the member's side of the posting is named. */
export interface EntryDocument<A = unknown> extends Omit<Movement, 'posting'> {
  readonly posting: { readonly from: string; readonly to: string; readonly points: number }
  readonly memberId: string
  readonly seq: number
  readonly reason: EntryReason
  readonly balanceAfterPoints: number
  readonly debtAfterPoints: number
  readonly at: number
  readonly on: string
  readonly storeId: string | null
  readonly sourceId: string | null
  readonly staffId: string | null
  readonly facts: EntryFacts
  readonly ruleId: string | null
  readonly ruleVersion: number | null
  readonly prevHash: string
  readonly hash: string
  /** What was asked and answered, when the entry itself is what the request booked. */
  readonly request: Booked<A> | null
  /** Flaws of earlier entries that a manager has looked at, and answered with this one. */
  readonly answered?: readonly string[]
}
export type Entry<A = unknown> = Stored<EntryDocument<A>>

const nothingYet: AccountDocument = {
  ...emptyAccount,
  seq: 0,
  lastHash: '',
  nextExpiresOn: null,
  nextReleasesOn: null,
  nextNoticeOn: null,
  ...noTallies,
  mergedInto: null,
  mergedFrom: [],
  updatedAt: 0,
}

/** An absent account is the empty one; one that contradicts itself throws UnsoundAccount. */
export async function readAccount(memberId: string, tx?: Transaction): Promise<Account> {
  return soundOf((await findAccount(memberId, tx)) ?? accountOf(memberId, null))
}

/** The account whatever it says, for whoever looks into it; null when there is none. */
export async function findAccount(memberId: string, tx?: Transaction): Promise<Account | null> {
  const stored = tx
    ? await tx.get<AccountDocument>('points_accounts', memberId)
    : await getById<AccountDocument>('points_accounts', memberId)
  return stored && accountOf(memberId, stored)
}

const PART_ACCOUNTS = 100

/** Accounts of many members at once, by their ids; who has none yet is missing. */
export async function accountsBy(ids: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  const found = new Map<string, Account>()
  for (let from = 0; from < ids.length; from += PART_ACCOUNTS) {
    const part = ids.slice(from, from + PART_ACCOUNTS)
    const filter = { _id: command.in(part) }
    const some = await findWhere<AccountDocument>('points_accounts', filter, { limit: part.length })
    for (const stored of some) found.set(stored._id, accountOf(stored._id, stored))
  }
  return found
}

/** The account as stored, whatever it says; what an older version did not know yet is empty. */
export function accountOf(memberId: string, stored: Partial<AccountDocument> | null): Account {
  return { ...nothingYet, ...stored, _id: memberId }
}

export function readEntry<A = unknown>(key: string): Promise<Entry<A> | null> {
  return getById<EntryDocument<A>>('points_entries', key)
}

export function entryIn<A = unknown>(tx: Transaction, key: string): Promise<Entry<A> | null> {
  return tx.get<EntryDocument<A>>('points_entries', key)
}

/** A page of a member's entries, the newest first, below `beforeSeq`. */
export function entriesOf(
  memberId: string,
  page: { beforeSeq: number | null; direction?: 'in' | 'out'; limit: number },
): Promise<Entry[]> {
  const filter = {
    memberId,
    ...(page.beforeSeq === null ? {} : { seq: command.lt(page.beforeSeq) }),
    ...(page.direction === 'in' ? { points: command.gt(0) } : {}),
    ...(page.direction === 'out' ? { points: command.lt(0) } : {}),
  }
  return findWhere<EntryDocument>('points_entries', filter, {
    orderBy: ['seq', 'desc'],
    limit: page.limit,
  })
}

/** A stretch of a member's entries, the oldest first, both ends included; or to the last. */
export function entriesFrom(
  memberId: string,
  {
    fromSeq,
    toSeq = Number.MAX_SAFE_INTEGER,
    limit,
  }: { fromSeq: number; toSeq?: number; limit: number },
): Promise<Entry[]> {
  const stretch = command.gte(fromSeq).and(command.lte(toSeq))
  const orderBy = ['seq', 'asc'] as const
  return findWhere<EntryDocument>('points_entries', { memberId, seq: stretch }, { orderBy, limit })
}

/** The newest entries that took more than there was. */
export function debtEntriesOf(memberId: string, limit: number): Promise<Entry[]> {
  const made = { memberId, debtChangePoints: command.gt(0) }
  return findWhere<EntryDocument>('points_entries', made, { orderBy: ['seq', 'desc'], limit })
}

/** A page of all members' entries of one business date, by id. */
export function entriesOn(
  on: string,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<Entry[]> {
  const filter = { on, _id: command.gt(afterId) }
  return findWhere<EntryDocument>('points_entries', filter, { orderBy: ['_id', 'asc'], limit })
}

/** Entries of all members: from the last member's down, each member's in their order. */
export function entriesBelow(memberId: string | null, limit: number): Promise<Entry[]> {
  const filter = memberId === null ? {} : { memberId: command.lt(memberId) }
  const orders = { orderBy: ['memberId', 'desc'], thenBy: ['seq', 'asc'] } as const
  return findWhere<EntryDocument>('points_entries', filter, { ...orders, limit })
}

/** Accounts whose level is to be looked at by now, the longest overdue first. */
export function accountsByTierDate(todayOn: string, limit: number): Promise<Account[]> {
  const isDue = command.lte(todayOn).and(command.gt(''))
  const orderBy = ['tier.nextOn', 'asc'] as const
  return findWhere<AccountDocument>('points_accounts', { 'tier.nextOn': isDue }, { orderBy, limit })
}

/** Accounts whose level an older version of its rule has worked out. */
export function accountsByTierVersion(version: number, limit: number): Promise<Account[]> {
  const isOld = command.lt(version).and(command.gt(0))
  const orderBy = ['tier.version', 'asc'] as const
  const filter = { 'tier.version': isOld }
  return findWhere<AccountDocument>('points_accounts', filter, { orderBy, limit })
}

/** Members from the last id, which is excluded, down to the first, which is not. */
export interface MemberRange {
  readonly fromMemberId: string | null
  readonly belowMemberId: string | null
}

/** A page of the accounts of some members, the last id first, whatever they say. */
export async function accountsIn(
  { fromMemberId, belowMemberId }: MemberRange,
  limit: number,
): Promise<Account[]> {
  const from = command.gte(fromMemberId ?? '')
  const _id = belowMemberId === null ? from : from.and(command.lt(belowMemberId))
  const orderBy = ['_id', 'desc'] as const
  const found = await findWhere<AccountDocument>('points_accounts', { _id }, { orderBy, limit })
  return found.map((stored) => accountOf(stored._id, stored))
}
