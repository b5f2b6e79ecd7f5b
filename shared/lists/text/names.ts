/** Which words in front of an entry may be its name. */
import type { Folded } from './fold'
import type { Token } from './token'
import { food, nickStart, remarkStart } from './vocabulary'

export const MAX_NAME_LETTERS = 30

/** A name that nobody takes for goods, a number or a remark. */
export function mayBeName(
  tokens: readonly Token[],
  { text, next, shared }: { text: Folded; next: Token | undefined; shared: ReadonlySet<string> },
): boolean {
  const words = wordsOf(tokens)
  const [first, ...others] = words
  const lastEnd = tokens.at(-1)?.to ?? 0
  if (
    !first ||
    !/[^\s\p{P}\p{S}]|\p{Extended_Pictographic}/u.test(text.key.slice(first[0]?.from, lastEnd))
  )
    return false
  const isRoomLast = tokens.at(-1)?.kind === 'room' || tokens.at(-1)?.kind === 'phone'
  if (next?.gap === 'glued' && words.length > 1 && !isRoomLast) return false
  const isCutNick = next?.gap === 'glued' && next.kind === 'item' && tokens.length === 1
  if (isCutNick && nickStart.test(text.key.slice(first[0]?.from, lastEnd))) return false
  return (
    mayBegin(first, text) &&
    others.every((word, place) => mayGoOn(word, { place, text, shared, before: words[place] }))
  )
}

/** A name and nothing else: none that ends like an amount, or in a word that may be goods. */
export function mayStandAlone(tokens: readonly Token[], text: Folded): boolean {
  const [, ...others] = wordsOf(tokens)
  if (tokens.length > 1 && tokens.at(-1)?.kind === 'amount')
    return others.length > 0 && tokens.at(-1)?.gap !== 'glued'
  return others.every(
    (word) =>
      !/\p{Script=Han}/u.test(text.key.slice(word[0]?.from, word.at(-1)?.to)) ||
      word[0]?.kind === 'room',
  )
}

/** Stretches without a blank. */
function wordsOf(tokens: readonly Token[]): Token[][] {
  const words: Token[][] = []
  for (const token of tokens) {
    if (token.gap === 'glued' && words.length > 0) words.at(-1)?.push(token)
    else words.push([token])
  }
  return words
}

const acts: readonly string[] = [
  ...[
    'same',
    'cancel',
    'drop',
    'change',
    'more',
    'less',
    'each',
    'paid',
    'note',
    'money',
    'struck',
  ],
]

/** The first word may be nearly anything: people call themselves as they like. */
function mayBegin(word: readonly Token[], text: Folded): boolean {
  const [first] = word
  const isAlone = word.length === 1
  if (isAlone && first?.kind === 'item') return isPicture(first, text) || first.rank === 'part'
  if (isAlone && first?.kind === 'amount') return isRoomNumber(first, text)
  if (word.every(({ kind }) => acts.includes(kind))) return false
  const last = word.at(-1)
  if (last && acts.includes(last.kind)) return false
  if (last?.kind === 'filler' || last?.kind === 'plus' || last?.kind === 'minus') return false
  if (last?.kind === 'amount' && (last.amount.isTimes || isCountedInDigits(last, text)))
    return false
  return !word.some((token, place) => isOrder(token, word[place + 1], text))
}

/** 苹果2 or 2苹果 in a name is no name; 🍓 in one is. */
function isOrder(token: Token, next: Token | undefined, text: Folded): boolean {
  if (token.kind === 'group') return token.inside.some(({ kind }) => acts.includes(kind))
  if (!next) return false
  const isPair = token.kind === 'item' && next.kind === 'amount'
  const isTurned = token.kind === 'amount' && next.kind === 'item'
  return (isPair || isTurned) && !(isPair && isPicture(token, text))
}

function isPicture({ from, to }: Token, text: Folded): boolean {
  return /^\p{Extended_Pictographic}/u.test(text.key.slice(from, to))
}

function isRoomNumber({ from, to }: Token, text: Folded): boolean {
  return /^\d{3,}$/.test(text.key.slice(from, to))
}

function isCountedInDigits(
  { from, to, ...token }: Token & { kind: 'amount' },
  text: Folded,
): boolean {
  return token.amount.unit !== null && /^\d/.test(text.key.slice(from, to))
}

interface Later {
  readonly place: number
  readonly text: Folded
  /** Letters of the list's goods. */
  readonly shared: ReadonlySet<string>
  readonly before: readonly Token[] | undefined
}

/** Later words are names where nothing else could be meant: latin, rooms, emoji, one more nick. */
function mayGoOn(word: readonly Token[], later: Later): boolean {
  const { text, shared, before } = later
  const [first] = word
  const key = text.key.slice(first?.from, word.at(-1)?.to)
  const wasNumber = before?.at(-1)?.kind === 'amount' || before?.at(-1)?.kind === 'room'
  if (word.length === 1 && first?.kind === 'amount' && first.amount.unit === null) {
    return !first.amount.isTimes && (/^\d{3,}$/.test(key) || (wasNumber && /^\d+$/.test(key)))
  }
  if (word.some(({ kind }) => kind === 'item' || acts.includes(kind) || kind === 'unsure'))
    return false
  if (remarkStart.test(key) && !/^[a-z]/.test(key)) return false
  if (/^[a-z][a-z.\-_']*$/.test(key) || first?.kind === 'room' || first?.kind === 'phone') {
    return word.length === 1 || /^[a-z.\-_'\d/#栋幢座单元室楼号层]+$/.test(key)
  }
  if (/^\d{1,4}\/\d{1,4}$/.test(key)) return true
  if (/^[\p{Extended_Pictographic}\p{S}\p{P}]+$/u.test(key)) return first?.gap !== 'line'
  if (first?.kind === 'group') return word.length === 1
  const isNick = /^\p{Script=Han}{1,4}$/u.test(key) && word.every(({ kind }) => kind === 'word')
  return (
    isNick &&
    first?.gap === 'space' &&
    later.place === 0 &&
    !food.test(key) &&
    ![...key].some((letter) => shared.has(letter))
  )
}
