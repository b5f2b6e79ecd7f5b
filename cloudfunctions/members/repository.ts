/** The members' collection: its owner's reads and writes. */
import type { MemberProfile } from '../../shared/contract/members'
import { birthdayLockOf } from '../../shared/members/birthday'
import type { Outcome } from '../../shared/refusal'
import {
  changeIf,
  command,
  countWhere,
  findWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Member, MemberDocument, MergedInto } from '../runtime/people'

export interface SceneDocument {
  readonly storeId: string | null
  readonly staffId: string | null
  readonly groupId: string | null
  readonly campaignId: string | null
}

/** A verified phone: `_id` is its keyed hash, the number itself is nowhere. */
export interface PhoneDocument {
  readonly memberId: string
  readonly boundAt: number
}

const PART_VALUES = 100

/** `duplicate` when she has joined already, or when the random member number is taken. */
export function insertMember(member: Member): Promise<Outcome<null>> {
  return insertNew('members', member)
}

/** Everybody who can be told something: without those who are somebody else's by now. */
export function countMembers(): Promise<number> {
  return countWhere('members', { mergedInto: null })
}

export async function memberByNumber(memberNumber: string): Promise<Member | null> {
  const found = await findWhere<MemberDocument>('members', { memberNumber }, { limit: 1 })
  return found[0] ?? null
}

/** Many members at once, e.g. of a file's rows: by their ids, or by their numbers. */
export function membersBy(
  field: '_id' | 'memberNumber',
  values: readonly string[],
): Promise<Member[]> {
  return inParts(values, (part) =>
    findWhere<MemberDocument>('members', { [field]: command.in(part) }, { limit: part.length }),
  )
}

/** Whose the verified phones are, by their hashes. */
export function phonesBy(hashes: readonly string[]): Promise<Stored<PhoneDocument>[]> {
  return inParts(hashes, (part) =>
    findWhere<PhoneDocument>('member_phones', { _id: command.in(part) }, { limit: part.length }),
  )
}

export function readPhone(phoneHash: string): Promise<Stored<PhoneDocument> | null> {
  return getById<PhoneDocument>('member_phones', phoneHash)
}

/** The phone that a member has proved to be hers. */
export async function phoneOfMember(memberId: string): Promise<Stored<PhoneDocument> | null> {
  const found = await findWhere<PhoneDocument>('member_phones', { memberId }, { limit: 1 })
  return found[0] ?? null
}

/** `duplicate` when the phone is somebody's already, or she has another. */
export function insertPhone(phone: Stored<PhoneDocument>): Promise<Outcome<null>> {
  return insertNew('member_phones', phone)
}

/** A condition names at most a hundred values. */
async function inParts<T>(
  values: readonly string[],
  find: (part: string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < values.length; from += PART_VALUES) {
    found.push(...(await find(values.slice(from, from + PART_VALUES))))
  }
  return found
}

/** Nobody changes phones more often than this. */
const MAX_MERGES = 10

/** Where memberships live by now: one that was merged lives as the one it went to. */
export async function livingIds(ids: readonly string[]): Promise<(id: string) => string> {
  const wentTo = new Map<string, string>()
  let open = [...new Set(ids)]
  for (let hop = 0; hop < MAX_MERGES && open.length > 0; hop += 1) {
    const merged = (await membersBy('_id', open)).filter(({ mergedInto }) => mergedInto)
    for (const { _id, mergedInto } of merged) wentTo.set(_id, mergedInto?.memberId ?? _id)
    open = [...new Set(merged.map(({ _id }) => wentTo.get(_id) ?? _id))]
  }
  return (id) => {
    let at = id
    for (let hop = 0; hop < MAX_MERGES; hop += 1) at = wentTo.get(at) ?? at
    return at
  }
}

/** Whose a verified phone is, by its hash: of a membership that was merged, the one it went to. */
export async function holderOf(phoneHash: string): Promise<string | null> {
  const phone = await readPhone(phoneHash)
  return phone && (await livingIds([phone.memberId]))(phone.memberId)
}

/** Says where a membership went, or (null) that it is one of its own again. */
export async function markMerged(
  tx: Transaction,
  memberId: string,
  mergedInto: MergedInto | null,
): Promise<void> {
  const member = await tx.get<MemberDocument>('members', memberId)
  if (member) await tx.put('members', { ...member, mergedInto })
}

/** Where a scene code came from; null for a code that nobody gave out. */
export function sceneOf(scene: string): Promise<SceneDocument | null> {
  return getById<SceneDocument>('join_scenes', scene)
}

/** Changes her profile unless another request has meanwhile; true when it did. */
export function changeProfile(member: Member, change: Partial<MemberDocument>): Promise<boolean> {
  const unchanged = {
    _id: member._id,
    nickname: member.nickname,
    avatar: member.avatar,
    birthdayOn: member.birthdayOn,
  }
  // Nested objects merge in an update, and nothing merges into null: it is replaced as a whole.
  const { lastRequest, ...plain } = change
  return changeIf('members', unchanged, { ...plain, lastRequest: command.set(lastRequest) })
}

/** What a member sees of herself. */
export function profileOf(member: Member, todayOn: string): MemberProfile {
  return {
    memberId: member._id,
    nickname: member.nickname,
    avatar: member.avatar,
    joinedOn: member.joinedOn,
    birthdayOn: member.birthdayOn,
    birthdayLockedUntilOn: birthdayLockOf(member.birthdayChangedOn, todayOn),
  }
}
