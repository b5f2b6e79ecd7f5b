import { MEMBER_NUMBER_DIGITS, splitMemberCode } from '@shared/members/member-code'
import { readDigits } from '@shared/reading/digits'
import { readCode } from './scanned-code'

/**
 * The member that somebody means who typed, pasted or scanned: the 8 digits of her number, or her
 * whole code, which begins with them. Null while it is neither.
 */
export function memberNumberIn(text: string): string | null {
  const code = readCode(text)
  if (code.kind === 'member') return splitMemberCode(code.memberCode).memberNumber
  const number = readDigits(text, MEMBER_NUMBER_DIGITS)
  return number.ok ? number.value : null
}
