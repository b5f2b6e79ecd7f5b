/** One entry of a message as a row of words: goods, amounts, what is done to them, and the rest. */
import { actAt, sameAt } from './acts'
import { amountAt } from './amounts'
import type { Folded } from './fold'
import { type Goods, type Mention, mentionIn } from './goods'
import { lettersAt, lettersOf, placedAt, placedTokens } from './letters'
import { endOf, isCutNumber } from './matching'
import type { Around, FoundSense, Gap, Plain, Reading, Token } from './token'
import * as words from './vocabulary'

export function tokensOf(
  text: Folded,
  goods: Goods,
  [from, to]: readonly [number, number],
): Token[] {
  const reading = { text, goods, end: to }
  const tokens: Token[] = []
  let place = from
  let gap: Gap = 'line'
  while (place < to) {
    const blank = blankAt(text.key, place)
    if (blank) {
      gap = wider(gap, blank)
      place += 1
      continue
    }
    const found = senseAt(reading, place, { gap, before: tokens.at(-1) })
    const last = tokens.at(-1)
    if (found.kind === 'word' && last?.kind === 'word' && gap === 'glued') {
      tokens[tokens.length - 1] = { ...last, to: found.to }
    } else if (found.kind === 'letters') tokens.push(...lettersOf(reading, found, gap))
    else if (found.kind === 'placed') tokens.push(...placedTokens(found, gap))
    else tokens.push({ ...found, from: place, gap })
    place = found.to
    gap = 'glued'
  }
  return tokens
}

const width: readonly Gap[] = ['glued', 'space', 'comma', 'line']
function wider(one: Gap, other: Gap): Gap {
  return width.indexOf(one) > width.indexOf(other) ? one : other
}

function blankAt(key: string, place: number): Gap | null {
  const letter = key[place] ?? ''
  if (letter === '\n') return 'line'
  if (letter === ' ') return 'space'
  if (letter === '\u20e3') return 'space'
  return /[,、;。:=|/\\·•&]/.test(letter) ? 'comma' : null
}

const plainKinds: readonly (readonly [Plain, RegExp])[] = [
  ['paid', words.paid],
  ['phone', words.phone],
  ['money', words.money],
  ['room', words.room],
  ['moment', words.moment],
  ['cancel', words.cancel],
  ['each', words.each],
]
const later: readonly (readonly [Plain, RegExp])[] = [
  ['note', words.note],
  ['unsure', words.unsure],
]

function senseAt(reading: Reading, from: number, around: Around): FoundSense {
  const { text, goods, end } = reading
  const { key } = text
  const group = placedAt(reading, from) ?? groupAt(reading, from)
  if (group) return group
  if (key.startsWith('备注〔', from)) return { kind: 'note', from, to: from + 2 }
  const mention = mentionIn(goods.root, key, [from, end])
  if (!words.starters.has(key[from] ?? ''))
    return mention ? itemFrom(from, mention) : wordAt(reading, from)
  const plain = firstOf(plainKinds, key, [from, end])
  if (plain && plain.to > (mention?.to ?? 0)) return { kind: plain.kind, from, to: plain.to }
  const asked = sameAt(key, from, around) ?? actAt(reading, from)
  if (asked && asked.to > (mention?.to ?? 0)) return asked
  if (mention) return itemFrom(from, mention)
  const letters = lettersAt(goods, key, from)
  if (letters) return letters
  const amount = numberAt(reading, from, around)
  if (amount && amount.to <= end) return amount
  const rest = firstOf(later, key, [from, end])
  if (rest) return { kind: rest.kind, from, to: rest.to }
  if (key.startsWith('~~', from)) return { kind: 'struck', from, to: from + 2 }
  const sign = { '+': 'plus', '-': 'minus', '\u0336': 'struck' }[key[from] ?? '']
  if (sign === 'plus' || sign === 'minus' || sign === 'struck')
    return { kind: sign, from, to: from + 1 }
  return wordAt(reading, from)
}

function wordAt({ text, end }: Reading, from: number): FoundSense {
  return { kind: 'word', from, to: Math.min(end, from + wordLength(text.key, from)) }
}

function firstOf(
  rows: readonly (readonly [Plain, RegExp])[],
  key: string,
  [from, end]: readonly [number, number],
): { kind: Plain; to: number } | null {
  if (isCutNumber(key, from)) return null
  for (const [kind, pattern] of rows) {
    const to = endOf(pattern, key, from)
    if (to !== null && to <= end) return { kind, to }
  }
  return null
}

function itemFrom(from: number, found: { mention: Mention; to: number }): FoundSense {
  const { itemIds, rank } = found.mention
  return { kind: 'item', itemIds, rank, from, to: found.to }
}

/** What a Chinese numeral may be glued to. */
const countedKinds: readonly string[] = ['item', 'more', 'less', 'change', 'each', 'plus', 'filler']

function numberAt(reading: Reading, from: number, { gap, before }: Around): FoundSense | null {
  const { text, goods, end } = reading
  const { key } = text
  if (isCutNumber(key, from)) return null
  const found = amountAt(key, from)
  if (!found) return null
  const isSign = /[×x*]/.test(key[from] ?? '')
  if (isSign && key[from] === 'x' && before?.kind === 'word' && gap === 'glued') {
    if (/[a-z]/.test(key[from - 1] ?? '')) return null
  }
  // 王五, 一家: a numeral in a name is the name's.
  const isOfName = gap === 'glued' && !countedKinds.includes(before?.kind ?? 'word')
  if (found.value.isBareChinese && (isOfName || /\p{L}/u.test(key[found.to] ?? ''))) {
    const isBeforeGoods = !isOfName && mentionIn(goods.root, key, [found.to, end]) !== null
    if (!isBeforeGoods) return null
  }
  return { kind: 'amount', amount: found.value, from, to: found.to }
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }
function groupAt(reading: Reading, from: number): FoundSense | null {
  const { text, end } = reading
  const closer = closers[text.key[from] ?? '']
  if (closer === undefined) return null
  const close = text.key.indexOf(closer, from + 1)
  if (close < 0 || close >= end) return null
  const inside = tokensOf(text, reading.goods, [from + 1, close])
  return { kind: 'group', inside, closed: true, from, to: close + 1 }
}

function wordLength(key: string, from: number): number {
  const run = /^(?:[a-z]+|\d+|\p{Extended_Pictographic}(?:\u200d?\p{Extended_Pictographic})*)/u
  return (
    run.exec(key.slice(from, from + 40))?.[0].length ??
    String.fromCodePoint(key.codePointAt(from) ?? 32).length
  )
}
