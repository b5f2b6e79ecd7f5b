/** What a manager may mean by a text that she types to find a member. */
import { NICKNAME_MAX_LENGTH, RECEIPT_NO_MAX_LENGTH } from '../limits'
import { MEMBER_NUMBER_DIGITS } from './member-code'

/** Everything that the text may be; a text of digits may be several things at once. */
export interface MemberSearch {
  readonly memberNumber: string | null
  /** A mobile number, all eleven digits of it: a part of one finds nobody. */
  readonly phone: string | null
  readonly receiptNo: string | null
  /** Parts of nicknames, as typed and in plain letters; none when it is a phone or a code. */
  readonly names: readonly string[]
}

/** 18 digits are a member code, which begins with her number. */
const codeForm = /^(\d{8})(?:\d{10})?$/
const phoneForm = /^(?:\+?86)?(1[3-9]\d{9})$/
const receiptForm = new RegExp(`^[\\w-]{1,${RECEIPT_NO_MAX_LENGTH}}$`)
/** Marks of direction and of nothing that come along when a number is pasted. */
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What is seen of a text: as it may be asked for. */
export function visibleText(typed: string): string {
  return typed.replace(invisible, '').trim()
}

/** In plain letters and digits besides: `１３８` is `138`. */
export function plainText(typed: string): string {
  return visibleText(typed).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

export function readSearch(typed: string): MemberSearch {
  const plain = plainText(typed)
  const close = plain.replace(/[\s-]/g, '')
  const memberNumber = codeForm.exec(close)?.[1] ?? null
  const phone = phoneForm.exec(close)?.[1] ?? null
  const isCode = memberNumber !== null && close.length > MEMBER_NUMBER_DIGITS
  const isName = phone === null && !isCode && plain.length <= NICKNAME_MAX_LENGTH
  const receiptNo = plain.replace(/\s/g, '')
  return {
    memberNumber,
    phone,
    receiptNo: !isCode && receiptForm.test(receiptNo) ? receiptNo : null,
    names: isName ? [...new Set([typed.trim(), plain])].filter((name) => name !== '') : [],
  }
}
