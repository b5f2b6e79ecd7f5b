import { plainText } from './fold'
import { type Reading, readAs, unread } from './reading'

/** What some scanners put before the figures: the kind of barcode (ISO/IEC 15424). */
const symbology = /^\][A-Za-z][0-9A-Za-z](?=\d)/

/**
 * The figures of a code that is shown, scanned, typed or pasted, whatever parts its groups. Refuses
 * `blank`, `notDigits` for anything else in it, and `digitCount` where it should have so many.
 */
export function readDigits(typed: string, count?: number): Reading<string> {
  const digits = plainText(typed).replace(symbology, '').replace(/[\s-]/g, '')
  if (digits === '') return unread('blank')
  if (!/^\d+$/.test(digits)) return unread('notDigits')
  return count !== undefined && digits.length !== count ? unread('digitCount') : readAs(digits)
}
