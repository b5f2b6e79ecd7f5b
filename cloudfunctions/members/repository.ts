/** The members' collection: its owner's reads and writes. */
import type { Member, MemberDocument } from '../runtime/caller'
import { changeIf, command, findWhere, getById, insertNew } from '../runtime/database'

export interface SceneDocument {
  readonly storeId: string | null
  readonly staffId: string | null
  readonly groupId: string | null
  readonly campaignId: string | null
}

/** `duplicate` when she has joined already, or when the random member number is taken. */
export function insertMember(member: Member): Promise<'inserted' | 'duplicate'> {
  return insertNew('members', member)
}

export async function memberByNumber(memberNumber: string): Promise<Member | null> {
  const found = await findWhere<MemberDocument>('members', { memberNumber }, { limit: 1 })
  return found[0] ?? null
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
