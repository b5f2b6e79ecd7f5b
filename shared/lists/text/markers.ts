/** Numbers in front of entries, in all writings: `1.`, `1、`, `１）`, `①`, `⒈`, `1️⃣`, `一、`. */
import { numberOf } from './numerals'

export interface Marker {
  /** Where it begins, and where its entry's text does. */
  readonly from: number
  readonly to: number
  readonly number: number
  /** Entries of one message are all marked alike. */
  readonly style: Style
}

export type Style = 'dotted' | 'keycap' | 'circled' | 'bracketed' | 'chinese' | 'bare'

const MAX_NUMBER = 100_000
const blank = '[ ]*'
const keycaps = /((?:\d\u20e3)+|🔟)[ .、):]*/y
const circled = /([①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛❶-❿➀-➉])[ .、):]*/y
const bracketed = new RegExp(`[([<]${blank}(\\d{1,5})${blank}[)\\]>]${blank}[.、:]?`, 'y')
const dotted = new RegExp(`(\\d{1,5})${blank}(?:[)、]|[.:,。·;](?!\\d))`, 'y')
const lettered = /no\.?[ ]*(\d{1,5})[ .、:)]+/y
const chinese = /([一二三四五六七八九十]{1,3})、/y
/** `1.505`: an entry of room 505, or a price. Only where the number before it says so. */
const beforeDigit = /(\d{1,5})\.(?=\d)/y
const bare = /(\d{1,4})(?=[ ]|[^\d\s.:,、)\-/#栋幢座单室楼号层])/y

/** Rising by their code. */
const enclosedFrom: readonly (readonly [string, number])[] = [
  ['①', 1],
  ['⑴', 1],
  ['⒈', 1],
  ['❶', 1],
  ['➀', 1],
  ['㉑', 21],
  ['㊱', 36],
]

/** A marker that stands at this place, whatever comes before it. */
export function markerAt(key: string, from: number): Marker | null {
  return (
    matched(dotted, 'dotted', [key, from]) ??
    matched(lettered, 'dotted', [key, from]) ??
    matched(keycaps, 'keycap', [key, from]) ??
    matched(circled, 'circled', [key, from]) ??
    matched(bracketed, 'bracketed', [key, from]) ??
    matched(chinese, 'chinese', [key, from])
  )
}

/** One that is a marker only where it goes on from the number before. */
export function weakMarkerAt(key: string, from: number): Marker | null {
  return matched(beforeDigit, 'dotted', [key, from])
}

/** `1 王姐`: only where nobody wrote another mark. */
export function bareMarkerAt(key: string, from: number): Marker | null {
  return matched(bare, 'bare', [key, from])
}

function matched(
  pattern: RegExp,
  style: Style,
  [key, from]: readonly [string, number],
): Marker | null {
  pattern.lastIndex = from
  const found = pattern.exec(key)
  const number = found && numeralOf(found[1] ?? '')
  if (!found || number === null || number < 1 || number > MAX_NUMBER) return null
  return { from, to: pattern.lastIndex, number, style }
}

function numeralOf(written: string): number | null {
  if (written === '🔟') return 10
  const plain = written.replaceAll('\u20e3', '')
  const value = numberOf(plain)
  if (value !== null) return value
  const code = plain.codePointAt(0) ?? 0
  const [first, least] = enclosedFrom.filter(([letter]) => code >= codeOf(letter)).at(-1) ?? ['', 0]
  return first === '' ? null : code - codeOf(first) + least
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0
}
