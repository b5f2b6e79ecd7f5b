/** Who is calling: identity from the platform alone, the member and the roles that belong to it. */
import { createHash } from 'node:crypto'
import type { MemberProfile } from '../../shared/contract/members'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { getById, platformIdentity, type Stored } from './database'
import type { StaffDocument } from './roles'

/** The member as every feature may read her; `members` alone writes it. */
export interface MemberDocument {
  readonly memberNumber: string
  readonly nickname: string
  readonly avatar: string
  readonly birthdayOn: string | null
  readonly birthdayChangedOn: string | null
  readonly joinedAt: number
  readonly joinedOn: string
  readonly source: {
    readonly storeId: string | null
    readonly staffId: string | null
    readonly groupId: string | null
    readonly campaignId: string | null
  } | null
  /** Where a membership went that was merged into another one; older documents do not tell. */
  readonly mergedInto?: MergedInto | null
  readonly lastRequest: { id: string; hash: string; answer: MemberProfile } | null
}

export interface MergedInto {
  readonly memberId: string
  readonly maskedName: string
  readonly on: string
}

export type Member = Stored<MemberDocument>
export type Staff = Stored<StaffDocument>

/** Refuses MEMBERSHIP_MERGED, with where it went, for one that was merged into another one. */
export function admitMember(member: Member): Outcome<Member> {
  const { mergedInto } = member
  if (!mergedInto) return accept(member)
  return refuse('MEMBERSHIP_MERGED', { mergedOn: mergedInto.on, maskedName: mergedInto.maskedName })
}

/** The caller's member id, whether or not she has joined; null without an identity. */
export function callerMemberId(): string | null {
  const { openid, appid } = platformIdentity()
  return openid ? memberIdOf(appid, openid) : null
}

/** True when the platform's own timer calls: a phone's call always has another source. */
export function isTimerCall(event: unknown): boolean {
  const { openid, source } = platformIdentity()
  const type = typeof event === 'object' && event !== null && 'Type' in event ? event.Type : null
  return source === 'wx_trigger' && openid === '' && type === 'Timer'
}

/**
 * A stable id of 32 hex digits: a join needs no search, parallel joins meet at one document, and
 * the openid itself never leaves the server.
 */
export function memberIdOf(appid: string, openid: string): string {
  return createHash('sha256').update(`${appid}/${openid}`).digest('hex').slice(0, 32)
}

export function readMember(memberId: string): Promise<Member | null> {
  return getById<MemberDocument>('members', memberId)
}

export function readStaff(memberId: string): Promise<Staff | null> {
  return getById<StaffDocument>('staff', memberId)
}
