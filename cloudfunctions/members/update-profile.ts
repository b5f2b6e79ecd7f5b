import type { MemberProfile, members } from '../../shared/contract/members'
import { birthdayLockOf } from '../../shared/members/birthday'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { changeProfile, profileOf } from './repository'

/**
 * Changes nickname, avatar or birthday. Refuses BIRTHDAY_TOO_SOON within 365 days of the last
 * change of the birthday, and INPUT_INVALID for a birthday that lies ahead.
 */
export const updateProfile: UseCase<typeof members.updateProfile> = async (input, context) => {
  const { member, todayOn, requestKey } = context
  const { nickname = member.nickname, avatar = member.avatar } = input
  const birthdayOn = input.birthday ?? member.birthdayOn
  const meaning = {
    nickname: input.nickname ?? null,
    avatar: input.avatar ?? null,
    birthday: input.birthday ?? null,
  }
  // Her own document is read already, and keeps the last request alone.
  const last = member.lastRequest
  const find = async () => (last?.id === requestKey ? { request: last } : null)
  return recorded<MemberProfile>(context, { meaning, find }, async ({ hash }) => {
    if (birthdayOn !== null && birthdayOn > todayOn) {
      return refuse('INPUT_INVALID', { field: 'birthday' })
    }
    const newBirthday = birthdayOn !== member.birthdayOn
    const lockedUntilOn = birthdayLockOf(member.birthdayChangedOn, todayOn)
    if (newBirthday && lockedUntilOn) return refuse('BIRTHDAY_TOO_SOON', { lockedUntilOn })
    const birthdayChangedOn = newBirthday ? todayOn : member.birthdayChangedOn
    const changed = { nickname, avatar, birthdayOn, birthdayChangedOn }
    const answer = profileOf({ ...member, ...changed }, todayOn)
    const lastRequest = { id: requestKey, hash, answer }
    const done = await changeProfile(member, { ...changed, lastRequest })
    return done ? accept(answer) : refuse('BUSY')
  })
}
