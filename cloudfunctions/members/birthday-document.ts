/** A birthday as it lies in its member's document: sealed, and found by a keyed hash of its day. */
import { type Birthday, plainBirthday } from '../../shared/calendar/birthday'
import { birthdayKeyOf } from '../../shared/calendar/birthday-days'
import { keyedHashOf } from '../runtime/keyed-hash'
import type { Member, MemberDocument } from '../runtime/people'
import { type Sealed, seal, unseal } from '../runtime/sealed'

/** What of it is kept: nothing of either can be read without a key. */
export function keptBirthday(
  memberId: string,
  birthday: Birthday,
): Pick<MemberDocument, 'birthday' | 'birthdayHash'> {
  return {
    birthday: sealedBirthday(memberId, birthday),
    birthdayHash: birthdayHashOf(birthdayKeyOf(birthday)),
  }
}

/** Her birthday as she told it; null until told. */
export function birthdayOf({ _id, birthday }: Pick<Member, '_id' | 'birthday'>): Birthday | null {
  // Parse edge: our own text, written by `sealedBirthday`, and a changed one does not open.
  return birthday && (JSON.parse(unseal(birthday, placeOf(_id))) as Birthday)
}

export function sealedBirthday(memberId: string, birthday: Birthday): Sealed {
  return seal(JSON.stringify(plainBirthday(birthday)), placeOf(memberId))
}

/** What finds the members of a key (`shared/calendar/birthday-days.ts`). */
export function birthdayHashOf(key: string): string {
  return keyedHashOf(`birthday/${key}`)
}

/** What a request told of a birthday, for the hash of its meaning. */
export function toldBirthdayHashOf(birthday: Birthday): string {
  return keyedHashOf(`birthday-told/${JSON.stringify(plainBirthday(birthday))}`)
}

function placeOf(memberId: string): string {
  return `members/${memberId}/birthday`
}
