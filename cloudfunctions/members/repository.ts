/** The members' collection: its owner's reads and writes. */
import type { BirthdayKey } from '../../shared/calendar/birthday-days'
import type { MemberProfile, PrivateKind } from '../../shared/contract/members'
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
import type { Fleeting } from '../runtime/retention'
import { birthdayHashOf, birthdayOf } from './birthday-document'
import type { Phone, PhoneDocument } from './phone-document'

export interface SceneDocument {
  readonly storeId: string | null
  readonly staffId: string | null
  readonly groupId: string | null
  readonly campaignId: string | null
  /** Of a member's own invitation. */
  readonly inviterId?: string
}

/** Who saw which of a member's private data, and why; what it was is not in it. */
export interface RevealDocument {
  readonly memberId: string
  readonly maskedName: string
  readonly what: PrivateKind
  readonly reason: string
  readonly staffId: string
  /** Null when a manager looked without the member before her. */
  readonly storeId: string | null
  readonly hash: string
  readonly at: number
}

/** Looks at private data that nobody asks about any more. */
export const oldReveals: Fleeting = { collection: 'reveals', datedBy: { at: 'at' } }

const PART_VALUES = 100

/** `duplicate` when she has joined already, or when the random member number is taken. */
export function insertMember(member: Member): Promise<Outcome<null>> {
  return insertNew('members', member)
}

/** Without those who are somebody else's by now: all, or who joined on this business date. */
export function countMembers(joinedOn?: string): Promise<number> {
  return countWhere('members', { mergedInto: null, ...(joinedOn ? { joinedOn } : {}) })
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

/** One whose birthday is kept, and the year of its calendar in which it is. */
export interface BornMember {
  readonly member: Member
  readonly year: number
}

export interface BornPage {
  readonly born: readonly BornMember[]
  /** Where the next page goes on; null when this was the last. */
  readonly cursor: string | null
}

/**
 * Members whose birthday is kept under these keys (`birthdaysOn`), a page at a time: key by key,
 * each in the order of its members' ids. It reads no more documents than it answers, memberships
 * that were merged away excepted, which it leaves out. `after` is the cursor of the page before,
 * of the very same keys; null begins.
 */
export async function membersBornOn(
  keys: readonly BirthdayKey[],
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<BornPage> {
  const colon = after?.indexOf(':') ?? -1
  const born: BornMember[] = []
  let fromId = after?.slice(colon + 1) ?? ''
  let left = limit
  for (let at = Number(after?.slice(0, colon) ?? 0); at < keys.length; at += 1) {
    const { key, year } = keys[at] ?? { key: '', year: 0 }
    const filter = { birthdayHash: birthdayHashOf(key), _id: command.gt(fromId) }
    const options = { orderBy: ['_id', 'asc'] as const, limit: left }
    const found = await findWhere<MemberDocument>('members', filter, options)
    for (const member of found) if (member.mergedInto === null) born.push({ member, year })
    left -= found.length
    if (left === 0) return { born, cursor: `${at}:${found.at(-1)?._id ?? ''}` }
    fromId = ''
  }
  return { born, cursor: null }
}

/** Whose the verified phones are, by their hashes. */
export function phonesBy(hashes: readonly string[]): Promise<Phone[]> {
  return inParts(hashes, (part) =>
    findWhere<PhoneDocument>('member_phones', { _id: command.in(part) }, { limit: part.length }),
  )
}

export function readPhone(phoneHash: string): Promise<Phone | null> {
  return getById<PhoneDocument>('member_phones', phoneHash)
}

/** The phone that a member has proved to be hers. */
export async function phoneOfMember(memberId: string): Promise<Phone | null> {
  const found = await findWhere<PhoneDocument>('member_phones', { memberId }, { limit: 1 })
  return found[0] ?? null
}

/** The proved phones of some members. */
export function phonesOfMembers(memberIds: readonly string[]): Promise<Phone[]> {
  return inParts(memberIds, (part) =>
    findWhere('member_phones', { memberId: command.in(part) }, { limit: part.length }),
  )
}

/** `duplicate` when the phone is somebody's already, or she has another. */
export function insertPhone(phone: Phone): Promise<Outcome<null>> {
  return insertNew('member_phones', phone)
}

/** Refuses ALREADY_THERE where the request was here before. */
export function insertReveal(reveal: Stored<RevealDocument>): Promise<Outcome<null>> {
  return insertNew('reveals', reveal)
}

export function readReveal(requestKey: string): Promise<Stored<RevealDocument> | null> {
  return getById<RevealDocument>('reveals', requestKey)
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

/** Says which memberships one has taken in; what those had taken in comes with them. */
export async function markTookIn(tx: Transaction, toId: string, fromId: string): Promise<void> {
  const from = await tx.get<MemberDocument>('members', fromId)
  const into = await tx.get<MemberDocument>('members', toId)
  if (!from || !into) return
  const tookIn = [...(into.tookIn ?? []), fromId, ...(from.tookIn ?? [])]
  await tx.put('members', { ...into, tookIn })
}

/** The same taken back. */
export async function markGaveBack(tx: Transaction, toId: string, fromId: string): Promise<void> {
  const from = await tx.get<MemberDocument>('members', fromId)
  const into = await tx.get<MemberDocument>('members', toId)
  if (!from || !into) return
  const gone = [fromId, ...(from.tookIn ?? [])]
  const tookIn = (into.tookIn ?? []).filter((id) => !gone.includes(id))
  await tx.put('members', { ...into, tookIn })
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
    birthdayHash: member.birthdayHash,
    birthdayChangedOn: member.birthdayChangedOn,
  }
  // Nested objects merge in an update, and nothing merges into null: it is replaced as a whole.
  const { lastRequest, birthday, ...plain } = change
  const told = birthday === undefined ? {} : { birthday: command.set(birthday) }
  const changed = { ...plain, ...told, lastRequest: command.set(lastRequest) }
  return changeIf('members', unchanged, changed)
}

/** What a member sees of herself. */
export function profileOf(member: Member, todayOn: string): MemberProfile {
  return {
    memberId: member._id,
    nickname: member.nickname,
    avatar: member.avatar,
    joinedOn: member.joinedOn,
    birthday: birthdayOf(member),
    birthdayLockedUntilOn: birthdayLockOf(member.birthdayChangedOn, todayOn),
  }
}
