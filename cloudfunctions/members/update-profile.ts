import type { members } from '../../shared/contract/members'
import { birthdayLockOf } from '../../shared/members/birthday'
import { accept, refuse } from '../../shared/refusal'
import { meaningHashOf, type UseCase } from '../runtime/context'
import { sameOrRefused } from '../runtime/once'
import type { Member, MemberDocument } from '../runtime/people'
import { changeProfile, profileOf } from './repository'

/**
 * Changes nickname, avatar or birthday. Refuses BIRTHDAY_TOO_SOON within 365 days of the last
 * change of the birthday, and INPUT_INVALID for a birthday that lies ahead.
 */
export const updateProfile: UseCase<typeof members.updateProfile> = async (input, context) => {
  const { member, todayOn, requestKey } = context
  const { nickname = member.nickname, avatar = member.avatar } = input
  const birthdayOn = input.birthday ?? member.birthdayOn
  const hash = meaningHashOf({
    nickname: input.nickname ?? null,
    avatar: input.avatar ?? null,
    birthday: input.birthday ?? null,
  })
  const last = member.lastRequest
  if (last?.id === requestKey) {
    return sameOrRefused(last, hash)
  }
  const newBirthday = birthdayOn !== member.birthdayOn
  if (birthdayOn !== null && birthdayOn > todayOn) {
    return refuse('INPUT_INVALID', { field: 'birthday' })
  }
  const lockedUntilOn = birthdayLockOf(member.birthdayChangedOn, todayOn)
  if (newBirthday && lockedUntilOn) return refuse('BIRTHDAY_TOO_SOON', { lockedUntilOn })
  const changed: Partial<MemberDocument> = {
    nickname,
    avatar,
    birthdayOn,
    birthdayChangedOn: newBirthday ? todayOn : member.birthdayChangedOn,
  }
  const after: Member = { ...member, ...changed }
  const answer = profileOf(after, todayOn)
  const lastRequest = { id: requestKey, hash, answer }
  const done = await changeProfile(member, { ...changed, lastRequest })
  return done ? accept(answer) : refuse('BUSY')
}
