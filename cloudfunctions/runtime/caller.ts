/** Who is calling: identity from the platform alone, the member and the roles that belong to it. */

import { createHash } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { getById, platformIdentity } from './database'
import type { Member, MemberDocument, Staff, StaffDocument } from './people'

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

/** True when WeChat itself pushes an event: no phone's call has this source, nor no identity. */
export function isPushCall(): boolean {
  const { openid, source } = platformIdentity()
  return source === 'wx_push' && openid === ''
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
