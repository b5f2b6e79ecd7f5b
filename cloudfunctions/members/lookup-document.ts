/**
 * A manager looks members up: by what finds them, each time kept with whom she saw, and so often on
 * one day. What she typed is not kept, since it may be a phone.
 */
import type { MemberShown } from '../../shared/contract/member-desk'
import { MAX_LOOKUPS_A_DAY } from '../../shared/limits'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import {
  findWhere,
  getById,
  inTransaction,
  type Stored,
  type Transaction,
} from '../runtime/database'
import { type Meaning, recorded } from '../runtime/once'
import type { Member, MemberDocument } from '../runtime/people'
import type { Fleeting } from '../runtime/retention'

export interface LookupDocument {
  readonly what: 'find' | 'show'
  readonly staffId: string
  readonly staffName: string
  /** Whom the answer told of; nobody where nothing was found. */
  readonly memberIds: readonly string[]
  /** Of what was meant by the request. */
  readonly hash: string
  readonly on: string
  readonly at: number
}

interface LookupDay {
  readonly on: string
  readonly count: number
}

/** Looks that nobody asks about any more, and counts of days that are over. */
export const oldLookups: readonly Fleeting[] = [
  { collection: 'member_lookups', datedBy: { at: 'at' } },
  { collection: 'lookup_days', datedBy: { on: 'on' } },
]

/** What a look saw, and of whom. */
export interface Seen<T> {
  readonly outcome: Outcome<T>
  readonly memberIds: readonly string[]
}

interface Look<T> {
  readonly what: LookupDocument['what']
  readonly meaning: Meaning
  read(): Promise<Seen<T>>
}

/**
 * Reads, and answers only once the look is kept and counted: also one that finds nobody is one of
 * the day's. The same request again is one look, and reads anew. Refuses LOOKUPS_USED.
 */
export async function lookedUp<T>(
  context: StaffContext,
  { what, meaning, read }: Look<T>,
): Promise<Outcome<T>> {
  const find = async () => {
    const kept = await getById<LookupDocument>('member_lookups', context.requestKey)
    return kept && { request: { hash: kept.hash, answer: (await read()).outcome } }
  }
  const told = await recorded<Outcome<T>>(context, { meaning, find }, async ({ hash }) => {
    const { outcome, memberIds } = await read()
    const { staff, todayOn: on, now: at } = context
    const look = { what, staffId: staff._id, staffName: staff.displayName, memberIds, hash, on, at }
    const kept = await inTransaction((tx) => keep(tx, { _id: context.requestKey, ...look }))
    return kept.ok ? accept(outcome) : kept
  })
  return told.ok ? told.value : told
}

async function keep(tx: Transaction, look: Stored<LookupDocument>): Promise<Outcome<null>> {
  const _id = `${look.staffId}:${look.on}`
  const { count = 0 } = (await tx.get<LookupDay>('lookup_days', _id)) ?? {}
  if (count >= MAX_LOOKUPS_A_DAY) return refuse('LOOKUPS_USED')
  await tx.put('lookup_days', { _id, on: look.on, count: count + 1 })
  await tx.insert('member_lookups', look)
  return accept(null)
}

/** Members with one of these in their nickname, in any case, who joined last first. */
export function membersNamed(names: readonly string[], limit: number): Promise<Member[]> {
  const nickname = new RegExp(names.map(literally).join('|'), 'i')
  const newest = { orderBy: ['joinedOn', 'desc'], thenBy: ['_id', 'asc'], limit } as const
  return findWhere<MemberDocument>('members', { nickname, mergedInto: null }, newest)
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Who she is, as a manager's page of her begins. */
export function faceOf({
  _id: memberId,
  memberNumber,
  nickname,
  avatar,
  joinedOn,
}: Member): Pick<MemberShown, 'memberId' | 'memberNumber' | 'nickname' | 'avatar' | 'joinedOn'> {
  return { memberId, memberNumber, nickname, avatar, joinedOn }
}
