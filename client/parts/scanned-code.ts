import { MEMBER_CODE_DIGITS, PICKUP_CODE_DIGITS } from '@shared/limits'

export type ScannedCode =
  | { readonly kind: 'member'; readonly memberCode: string }
  | { readonly kind: 'pickup'; readonly pickupCode: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'foreign' }

/**
 * Tells a member code from a pick-up code by its length. Blanks and dashes between the groups are
 * what people type and paste; anything else is another shop's code, or a web address.
 */
export function readCode(text: string): ScannedCode {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d*$/.test(digits) || digits.length > MEMBER_CODE_DIGITS) return { kind: 'foreign' }
  if (digits.length === MEMBER_CODE_DIGITS) return { kind: 'member', memberCode: digits }
  if (digits.length === PICKUP_CODE_DIGITS) return { kind: 'pickup', pickupCode: digits }
  return { kind: 'incomplete' }
}
