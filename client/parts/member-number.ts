import { MEMBER_NUMBER_DIGITS, splitMemberCode } from '@shared/members/member-code'
import { readCode } from './scanned-code'

/**
 * The member that somebody means who typed, pasted or scanned: the 8 digits of her number, or her
 * whole code, which begins with them. Null while it is neither.
 */
export function memberNumberIn(text: string): string | null {
  const code = readCode(text)
  if (code.kind === 'member') return splitMemberCode(code.memberCode).memberNumber
  const digits = text.replace(/[\s-]/g, '')
  return code.kind === 'incomplete' && digits.length === MEMBER_NUMBER_DIGITS ? digits : null
}
