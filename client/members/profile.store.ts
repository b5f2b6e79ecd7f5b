import { isSameBirthday } from '@shared/calendar/birthday'
import { NICKNAME_MAX_LENGTH } from '@shared/limits'
import { readName } from '@shared/reading/name'
import type { OutputAt } from '../api'
import { type BirthdayDraft, birthdayOfDraft } from '../parts/birthday-draft'
import { homeStore } from '../session/home.store'
import { createSubmission } from '../submission'

export type MemberProfile = OutputAt<'members.updateProfile'>

/** What the form holds; the birthday is one once its day is chosen. */
export interface ProfileDraft {
  nickname: string
  avatar: string
  birthday: BirthdayDraft
}

export const profileStore = createSubmission('members.updateProfile')

profileStore.subscribe((after, before) => {
  const home = homeStore.getState()
  if (after.answer === null || after.answer === before.answer || !home.data) return
  home.put({ ...home.data, member: after.answer })
})

/** Saves what differs; true when it is saved or nothing differs. */
export async function saveProfile(draft: ProfileDraft, profile: MemberProfile): Promise<boolean> {
  const changes = changesOf(draft, profile)
  if (Object.keys(changes).length === 0) return true
  profileStore.getState().open(changes)
  await profileStore.getState().send()
  return profileStore.getState().answer !== null
}

/** What is wrong with her name so far, for the line under it; null: nothing. */
export function nicknameFaultOf(typed: string): string | null {
  const read = readName(typed, NICKNAME_MAX_LENGTH)
  if (read.ok) return null
  return read.fault === 'blank' ? '昵称要有看得见的字' : `昵称最多 ${NICKNAME_MAX_LENGTH} 个字`
}

/** Only what differs goes out: an untouched birthday must not count as a change. */
export function changesOf(draft: ProfileDraft, profile: MemberProfile) {
  const name = readName(draft.nickname, NICKNAME_MAX_LENGTH)
  const nickname = name.ok ? name.value : profile.nickname
  const birthday = birthdayOfDraft(draft.birthday)
  return {
    ...(nickname !== profile.nickname ? { nickname } : {}),
    ...(draft.avatar !== profile.avatar ? { avatar: draft.avatar } : {}),
    ...(birthday && !isSameBirthday(birthday, profile.birthday) ? { birthday } : {}),
  }
}
