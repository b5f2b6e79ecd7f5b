/**
 * What a keyword of a message template may hold, by the letters of its name (reference of
 * `subscribeMessage.send`, limits of values). A text that is too long is cut and says so by its
 * last letter; what cannot be cut without saying something else is not sent at all.
 */
import { isBusinessDate, spokenDate } from '../business-date'
import { spokenInstant } from './spoken-instant'

const THING_MAX_LENGTH = 20
const PHRASE_MAX_LENGTH = 5
const LINE_MAX_LENGTH = 32
/** Ten digits before the point, as WeChat counts an amount. */
const MAX_AMOUNT_FEN = 999_999_999_999
const CUT = '…'

/** What each kind is made from: an amount from fen, a time from epoch ms, a date as we write it. */
interface ValueOfKind {
  thing: string
  phrase: string
  character_string: string
  date: string
  time: number
  number: number
  amount: number
}

type Kind = keyof ValueOfKind

/** What `thing1` is made from, or `amount2`. */
export type KeywordValue<K> = {
  [N in Kind]: K extends `${N}${number}` ? ValueOfKind[N] : never
}[Kind]

const kinds: { readonly [K in Kind]: (value: unknown) => string | null } = {
  thing: (value) => cut(plain(value), THING_MAX_LENGTH),
  phrase: (value) => (/^\p{sc=Han}+$/u.test(plain(value)) ? phraseOf(plain(value)) : null),
  character_string: (value) => (/^[\x21-\x7e]+$/.test(plain(value)) ? whole(plain(value)) : null),
  date: (value) => (typeof value === 'string' && isBusinessDate(value) ? spokenDate(value) : null),
  time: (value) => (isCount(value) && value > 0 ? spokenInstant(value) : null),
  number: (value) => (Number.isSafeInteger(value) ? whole(`${value}`) : null),
  amount: (value) => (isCount(value) && value <= MAX_AMOUNT_FEN ? yuan(value) : null),
}

/** The value as the platform takes it in this keyword; null when it cannot be made to fit. */
export function fitKeyword(keyword: string, value: unknown): string | null {
  const kind = /^([a-z_]+)\d+$/.exec(keyword)?.[1] ?? ''
  return isKind(kind) ? kinds[kind](value) : null
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(kinds, kind)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** One line of it, without what is not seen; a line's end is a space. */
function plain(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim()
}

/**
 * By whole characters, so that an emoji is not cut in two; each of its halves counts, since nobody
 * says how the platform counts them.
 */
function cut(text: string, most: number): string | null {
  if (text.length <= most) return text === '' ? null : text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most - CUT.length) break
    kept += character
  }
  return `${kept}${CUT}`
}

/** A phrase holds nothing but Chinese characters, so nothing can say that it was cut. */
function phraseOf(text: string): string | null {
  return [...text].length <= PHRASE_MAX_LENGTH ? text : null
}

function whole(text: string): string | null {
  return text.length <= LINE_MAX_LENGTH ? text : null
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`
}
