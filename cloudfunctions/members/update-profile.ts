import { admitBirthday, type Birthday, isSameBirthday } from '../../shared/calendar/birthday'
import type { MemberProfile, members } from '../../shared/contract/members'
import { birthdayLockOf } from '../../shared/members/birthday'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { lunarCalendar } from '../runtime/lunar-calendar'
import { recorded } from '../runtime/once'
import type { MemberDocument } from '../runtime/people'
import { birthdayOf, keptBirthday, toldBirthdayHashOf } from './birthday-document'
import { changeProfile, profileOf } from './repository'

/**
 * Changes nickname, avatar or birthday. Refuses BIRTHDAY_TOO_SOON within a year of the last
 * change of the birthday, and INPUT_INVALID for one that lies ahead or never was.
 */
export const updateProfile: UseCase<typeof members.updateProfile> = async (input, context) => {
  const { member, todayOn, requestKey } = context
  const { nickname = member.nickname, avatar = member.avatar, birthday } = input
  const meaning = {
    nickname: input.nickname ?? null,
    avatar: input.avatar ?? null,
    birthday: birthday ? toldBirthdayHashOf(birthday) : null,
  }
  // Her own document is read already, and keeps the last request alone.
  const last = member.lastRequest
  // The birthday that it answered lies there still: a later one would be the last request.
  const answered = last && { ...profileOf(member, todayOn), ...last.answer }
  const request = last && answered && { hash: last.hash, answer: answered }
  const find = async () => (last?.id === requestKey ? { request } : null)
  return recorded<MemberProfile>(context, { meaning, find }, async ({ hash }) => {
    const told = birthday ? tell(birthday, context) : accept({})
    if (!told.ok) return told
    const changed = { nickname, avatar, ...told.value }
    const answer = profileOf({ ...member, ...changed }, todayOn)
    const { birthday: _private, ...open } = answer
    const lastRequest = { id: requestKey, hash, answer: open }
    const done = await changeProfile(member, { ...changed, lastRequest })
    return done ? accept(answer) : refuse('BUSY')
  })
}

type Told = Partial<Pick<MemberDocument, 'birthday' | 'birthdayHash' | 'birthdayChangedOn'>>

/** What of her document changes with it; nothing when it is what she told before. */
function tell(given: Birthday, { member, todayOn }: MemberContext): Outcome<Told> {
  const admitted = admitBirthday(given, todayOn, lunarCalendar)
  if (!admitted.ok) return admitted
  if (isSameBirthday(admitted.value, birthdayOf(member))) return accept({})
  const lockedUntilOn = birthdayLockOf(member.birthdayChangedOn, todayOn)
  if (lockedUntilOn) return refuse('BIRTHDAY_TOO_SOON', { lockedUntilOn })
  return accept({ ...keptBirthday(member._id, admitted.value), birthdayChangedOn: todayOn })
}
