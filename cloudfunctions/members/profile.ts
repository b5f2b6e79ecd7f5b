import type { MemberProfile } from '../../shared/contract/members'
import { birthdayLockOf } from '../../shared/members/birthday'
import type { Member } from '../runtime/caller'

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
