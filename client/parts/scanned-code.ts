import { MEMBER_CODE_DIGITS, PICKUP_CODE_DIGITS } from '@shared/limits'
import { readDigits } from '@shared/reading/digits'

export type ScannedCode =
  | { readonly kind: 'member'; readonly memberCode: string }
  | { readonly kind: 'pickup'; readonly pickupCode: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'foreign' }

/**
 * Tells a member code from a pick-up code by its length, however its figures were written. Anything
 * that is no figure makes it another shop's code, or a web address.
 */
export function readCode(text: string): ScannedCode {
  const read = readDigits(text)
  if (!read.ok) return { kind: read.fault === 'blank' ? 'incomplete' : 'foreign' }
  const digits = read.value
  if (digits.length > MEMBER_CODE_DIGITS) return { kind: 'foreign' }
  if (digits.length === MEMBER_CODE_DIGITS) return { kind: 'member', memberCode: digits }
  if (digits.length === PICKUP_CODE_DIGITS) return { kind: 'pickup', pickupCode: digits }
  return { kind: 'incomplete' }
}
