/** One numbered line of a message: a name, and what it orders. */
import { type Body, bodyOf, type Surroundings } from './body'
import { type Folded, quotedOf, shownOf } from './fold'
import type { Goods } from './goods'
import type { Stretch } from './message'
import { MAX_NAME_LETTERS, mayBeName, mayStandAlone } from './names'
import { doubt, type Read, read, unread } from './read'
import type { Token } from './token'
import { tokensOf } from './tokens'

export interface EntryRead {
  readonly name: string
  readonly body: Body
  /** It names no goods, and is one of the only item. */
  readonly isImplied: boolean
}

export const MAX_ENTRY_LETTERS = 500
/** More words than any name has. */
const MAX_NAME_WORDS = 16

/** One reading, or why there is none, or more than one. */
export function readEntry(text: Folded, goods: Goods, [from, to]: Stretch): Read<EntryRead> {
  if (to - from > MAX_ENTRY_LETTERS) return doubt('这一条太长了')
  const quote = quotedName(text, [from, to])
  const tokens = tokensOf(text, goods, [quote?.to ?? from, to])
  const around = { text, goods, end: to }
  if (quote) return withName(quote.name, tokens, around)
  const readings = readingsOf(tokens, around)
  const [first, second] = readings.good
  const failure = readings.doubt ?? readings.unread
  if (readings.doubt || !first) return failure ?? unread('看不懂')
  if (second) return doubt(`名字和商品分不清：「${first.name}」还是「${second.name}」`)
  return first.name.length > MAX_NAME_LETTERS ? doubt('名字太长了') : read(first)
}

/** Our own writing of a name that could be taken for something else (`to-text.ts`). */
function quotedName(text: Folded, [from, to]: Stretch): { name: string; to: number } | null {
  const found = /^([ ]*)〔(?:[^〕\n]|〕〕){0,130}〕(?!〕)/.exec(text.key.slice(from, to))
  if (!found) return null
  const end = from + found[0].length
  const name = quotedOf(text, from + (found[1] ?? '').length, end - 1)
  return name === '' ? null : { name, to: end }
}

function withName(name: string, tokens: readonly Token[], around: Surroundings): Read<EntryRead> {
  const body = bodyOf(tokens, around)
  if (!body.ok) return body
  return finished(name, body.value, around)
}

interface Readings {
  good: EntryRead[]
  doubt: Read<EntryRead> | null
  unread: Read<EntryRead> | null
}

function readingsOf(tokens: readonly Token[], around: Surroundings): Readings {
  const found: Readings = { good: [], doubt: null, unread: null }
  const implied: EntryRead[] = []
  const shared = around.goods.letterSet
  const most = Math.min(tokens.length, MAX_NAME_WORDS)
  for (let count = 1; count <= most; count += 1) {
    const [head, next] = [tokens.slice(0, count), tokens[count]]
    const last = head.at(-1)
    const start = head[0]?.from ?? 0
    if (!last || !mayBeName(head, { text: around.text, next, shared })) continue
    const name = trimmed(shownOf(around.text, start, last.to))
    const body = behind(tokens.slice(count), around)
    const entry = body.ok ? finished(name, body.value, around) : body
    if (entry.ok && entry.value.isImplied) {
      if (mayStandAlone(head, around.text)) implied.push(entry.value)
      else found.unread ??= unread('看不出要什么，还是名字就是这样')
    } else if (entry.ok) found.good.push(entry.value)
    else if (entry.kind === 'doubt') found.doubt ??= entry
    else found.unread ??= entry
  }
  if (found.good.length === 0 && !found.doubt) found.good = implied.slice(0, 1)
  found.unread ??= doubt('看不出是谁接的')
  return found
}

function trimmed(name: string): string {
  return name.replace(/[\s:：,，、;；\-—+|=]+$/u, '').trim()
}

/** Goods that are glued to a name must not be cut from it in two ways. */
function behind(tokens: readonly Token[], around: Surroundings): Read<Body> {
  const [first, second] = tokens
  if (first?.gap === 'glued') {
    if (first.kind === 'group' && !isPaidGroup(first)) return unread('看不懂')
    if (first.kind === 'room' || first.kind === 'phone' || first.kind === 'money')
      return unread('看不懂')
  }
  if (first?.kind === 'room' || first?.kind === 'phone') return unread('看不懂')
  const body = bodyOf(tokens, around)
  const isCut = first?.kind === 'amount' && first.gap === 'glued' && !first.amount.isTimes
  if (
    body.ok &&
    isCut &&
    (first.amount.canBeCut || (first.amount.unit === null && second?.kind !== 'plus'))
  ) {
    const words = shownOf(around.text, first.from, first.to)
    return doubt(`「${words}」分不清是名字里的数字还是数量`)
  }
  return body
}

function isPaidGroup({ inside }: Token & { kind: 'group' }): boolean {
  return inside.some(({ kind }) => kind === 'paid' || kind === 'cancel' || kind === 'amount')
}

function finished(name: string, body: Body, { goods }: Surroundings): Read<EntryRead> {
  const isEmpty = body.lines === null && body.same === null && body.edits.length === 0
  if (!isEmpty) return read({ name, body, isImplied: false })
  if (!goods.only || goods.only.unit === 'jin') return unread('没写要什么')
  const lines = [{ itemId: goods.only.itemId, quantity: 1 }]
  return read({ name, body: { ...body, lines }, isImplied: true })
}
