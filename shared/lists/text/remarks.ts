/** Remarks behind goods: what is paid, when somebody comes, how she likes it. */
import { type Folded, quotedOf, shownOf } from './fold'
import type { Token } from './token'
import { food, remarkStart } from './vocabulary'

export interface Remark {
  readonly words: string
  /** The first token behind it. */
  readonly next: number
}

interface Around {
  readonly text: Folded
  readonly end: number
}

/** A remark that begins at this token; null when it is none, or may be goods. */
export function remarkAt(tokens: readonly Token[], place: number, around: Around): Remark | null {
  const token = tokens[place]
  if (!token) return null
  const { text, end } = around
  const words = (from: number, to: number) => shownOf(text, from, to)
  switch (token.kind) {
    case 'note':
      return labelled(tokens, place, around)
    case 'paid':
    case 'phone':
    case 'room':
      return { words: words(token.from, token.to), next: place + 1 }
    case 'money':
      return isPriceless(tokens, place)
        ? null
        : { words: words(token.from, token.to), next: place + 1 }
    case 'group':
      return inBrackets(token, text)
        ? { words: words(token.from + 1, token.to - 1), next: place + 1 }
        : null
    case 'word':
    case 'moment':
      return spoken(tokens, place, { text, end })
    default:
      return null
  }
}

/** 备注: … to the end of its line; quoted, to the end of the quote. */
function labelled(tokens: readonly Token[], place: number, { text, end }: Around): Remark {
  const from = tokens[place]?.to ?? end
  const quote = /^〔(?:[^〕\n]|〕〕){0,130}〕(?!〕)/.exec(text.key.slice(from, end))
  const newLine = text.key.indexOf('\n', from)
  const to = quote ? from + quote[0].length : newLine < 0 || newLine > end ? end : newLine
  const next = tokens.findIndex((token, at) => at > place && token.from >= to)
  const words = quote ? quotedOf(text, from, to - 1) : shownOf(text, from, to)
  return { words, next: next < 0 ? tokens.length : next }
}

/** 苹果20元: so much money, and nobody knows how many. */
function isPriceless(tokens: readonly Token[], place: number): boolean {
  const before = tokens
    .slice(0, place)
    .filter(({ kind }) => kind === 'item' || kind === 'amount')
    .at(-1)
  return before?.kind !== 'amount'
}

function inBrackets({ inside }: Token & { kind: 'group' }, text: Folded): boolean {
  const doubtful: readonly string[] = [
    'item',
    'amount',
    'cancel',
    'same',
    'unsure',
    'change',
    'more',
  ]
  if (inside.length === 0) return true
  const [first] = inside
  const words = first ? text.key.slice(first.from, inside.at(-1)?.to) : ''
  if (remarkStart.test(words)) return !inside.some(({ kind }) => kind === 'item')
  return !inside.some(({ kind }) => doubtful.includes(kind))
}

/** Words up to the next blank that begin as remarks do, and what goes on from them. */
function spoken(tokens: readonly Token[], place: number, { text }: Around): Remark | null {
  const first = tokens[place]
  if (!first) return null
  let next = endOfWord(tokens, place)
  if (!isRemark(tokens.slice(place, next), text)) return null
  while (next < tokens.length && goesOn(tokens, next, text)) next = endOfWord(tokens, next)
  const words = shownOf(text, first.from, tokens[next - 1]?.to ?? first.to)
  return { words: /^[\p{P}\s]*$/u.test(words) ? '' : words, next }
}

function endOfWord(tokens: readonly Token[], place: number): number {
  let next = place + 1
  while (tokens[next]?.gap === 'glued' && tokens[next]?.kind !== 'group') next += 1
  return next
}

function isRemark(tokens: readonly Token[], text: Folded): boolean {
  const words = text.key.slice(tokens[0]?.from, tokens.at(-1)?.to)
  if (/^[\p{Extended_Pictographic}\p{S}!~。.…*]+$/u.test(words)) return true
  const isMoment = tokens[0]?.kind === 'moment'
  if (!isMoment && !remarkStart.test(words)) return false
  if (tokens.some(({ kind }) => kind === 'item' || kind === 'unsure' || kind === 'same'))
    return false
  // A number that ends it, or that is counted, may be of goods.
  if (tokens.some(isCounted) || tokens.at(-1)?.kind === 'amount') return false
  return /^(?:不[要放加]|[少多免去加][放加]?)/.test(words) || !food.test(words)
}

function isCounted(token: Token): boolean {
  return token.kind === 'amount' && (token.amount.unit !== null || token.amount.isTimes)
}

function goesOn(tokens: readonly Token[], place: number, text: Folded): boolean {
  const token = tokens[place]
  if (!token || token.gap === 'line' || token.kind !== 'word') return false
  const rest = tokens.slice(place, endOfWord(tokens, place))
  const words = text.key.slice(token.from, rest.at(-1)?.to)
  return rest.every(({ kind }) => kind === 'word' || kind === 'moment') && !food.test(words)
}
