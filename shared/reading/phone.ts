import { PHONE_DIGITS } from '../limits'
import { plainText } from './fold'
import { isRounded, type Reading, readAs, unread } from './reading'

/**
 * A mainland mobile number: `138 0000 1111`, `138-0000-1111`, `+86 138…`, `１３８…`. Refuses `blank`,
 * `phoneLength`, `masked` where stars stand for figures, `rounded`, and `notPhone`.
 */
export function readPhone(typed: string): Reading<string> {
  const text = plainText(typed)
  if (text === '') return unread('blank')
  if (isRounded(text)) return unread('rounded')
  const body = text.replace(/[\s().-]/g, '').replace(/^\+/, '')
  if (/^1\d{2}[*X●]+\d{2,4}$/i.test(body)) return unread('masked')
  if (!/^\d+$/.test(body)) return unread('notPhone')
  const digits = body.replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (digits.length !== PHONE_DIGITS) return unread('phoneLength')
  return digits.startsWith('1') ? readAs(digits) : unread('notPhone')
}
