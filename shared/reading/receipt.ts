/** Numbers that tills print: of a receipt, of the till itself. */
import { RECEIPT_NO_MAX_LENGTH, TILL_NO_MAX_LENGTH } from '../limits'
import { plainText } from './fold'
import { isRounded, type Reading, readAs, unread } from './reading'

/** What stands in front of the number on the paper, and is copied with it. */
const label = /^(?:小票号?|流水号?|单号|票号|订单号|NO(?=[.: ])|№|#)[.:#\s]*/i
const tillBehind = /(?:号收银[台机]|号[机台]?|收银[台机])$/
const tillLabel = /^(?:收银[台机]|机号|台号|POS(?=[: ]))[:\s]*/i

/**
 * A receipt's number as it is kept: blanks between its groups go, dashes are all one, capitals and
 * leading zeros stay. Refuses `blank`, `signs` for any other sign, `rounded`, and `tooLong`.
 */
export function readReceiptNo(typed: string): Reading<string> {
  return numberIn(plainText(typed).replace(label, ''), RECEIPT_NO_MAX_LENGTH)
}

/** A till's number, also as `1号机`. Refuses as a receipt's does; a dash alone is `blank`. */
export function readTillNo(typed: string): Reading<string> {
  const text = plainText(typed).replace(tillLabel, '').replace(tillBehind, '')
  return numberIn(text, TILL_NO_MAX_LENGTH)
}

function numberIn(text: string, maxLength: number): Reading<string> {
  if (isRounded(text)) return unread('rounded')
  const number = text.replace(/\s/g, '')
  if (/^[-_]*$/.test(number)) return unread('blank')
  if (!/^[\w-]+$/.test(number)) return unread('signs')
  return number.length > maxLength ? unread('tooLong') : readAs(number)
}

/** A receipt's or till's number as all spellings have it in common: `ａ-007` and `A007` are one. */
export function foldNumber(number: string): string {
  const plain = number.normalize('NFKC').toUpperCase()
  return plain.replace(/[\s\p{Pd}_]/gu, '').replace(/^0+(?=.)/, '')
}
