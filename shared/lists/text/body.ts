/** What stands behind the name of an entry: orders, changes of them, remarks. */
import type { Amount } from './amounts'
import { type Atom, atomsOf } from './atoms'
import { type Folded, shownOf } from './fold'
import type { Goods } from './goods'
import { type Line, linesOf } from './orders'
import { doubt, type Read, read, unread } from './read'
import { remarkAt } from './remarks'
import type { Token } from './token'

export type Edit =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'drop'; readonly itemIds: readonly string[] }
  /** Null: of its only line. */
  | {
      readonly kind: 'set' | 'more' | 'less'
      readonly itemId: string | null
      readonly amount: Amount
    }
  | { readonly kind: 'replace'; readonly itemId: string | null; readonly lines: readonly Line[] }
  | { readonly kind: 'moreOf' | 'lessOf'; readonly lines: readonly Line[] }

export interface Body {
  /** Null: it orders nothing itself. */
  readonly lines: readonly Line[] | null
  /** As somebody else: the one above, or the entry of that number. */
  readonly same: { readonly number: number | null } | null
  readonly edits: readonly Edit[]
  readonly remark: string | null
}

type Act = 'cancel' | 'drop' | 'change' | 'more' | 'less'
interface Part {
  readonly act: Act | null
  /** Close to what stands before it: of the last goods alone, maybe. */
  readonly isGlued: boolean
  readonly tokens: Token[]
}

interface Split {
  readonly parts: Part[]
  readonly remarks: string[]
  same: { readonly number: number | null } | null
}

export interface Surroundings {
  readonly text: Folded
  readonly goods: Goods
  readonly end: number
}

export function bodyOf(tokens: readonly Token[], around: Surroundings): Read<Body> {
  const split = splitUp(tokens, around)
  if (!split.ok) return split
  const { parts, remarks, same } = split.value
  const remark = remarks.length > 0 ? remarks.join('，') : null
  if (same) {
    const isPlain = parts.every(({ act, tokens: inside }) => act === null && inside.length === 0)
    if (!isPlain) return doubt('「同上」之外还写了别的')
    return read({ lines: null, same, edits: [], remark })
  }
  return ordersOf(parts, { ...around, remark })
}

function splitUp(tokens: readonly Token[], around: Surroundings): Read<Split> {
  const split: Split = {
    parts: [{ act: null, isGlued: true, tokens: [] }],
    remarks: [],
    same: null,
  }
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place]
    if (!token) break
    if (isParticle(token, around.text)) continue
    const remark = remarkAt(tokens, place, around)
    if (remark) {
      if (remark.words !== '') split.remarks.push(remark.words)
      place = remark.next - 1
      continue
    }
    const told = take(split, token, around)
    if (!told.ok) return told
  }
  return read(split)
}

/** 不要梨了, 苹果2哈: says nothing. */
function isParticle({ kind, gap, from, to }: Token, text: Folded): boolean {
  return (
    kind === 'word' &&
    gap === 'glued' &&
    /^[了哈啦哦噢呀喔啊!~。.…]+$/.test(text.key.slice(from, to))
  )
}

function take(split: Split, token: Token, around: Surroundings): Read<null> {
  const { parts } = split
  switch (token.kind) {
    case 'item':
    case 'amount':
    case 'each':
    case 'plus':
    case 'minus':
      parts.at(-1)?.tokens.push(token)
      return read(null)
    case 'filler':
      return read(null)
    case 'cancel':
    case 'drop':
    case 'change':
    case 'more':
    case 'less':
      parts.push({ act: token.kind, isGlued: token.gap === 'glued', tokens: [] })
      return read(null)
    case 'same':
      if (split.same) return doubt('「同上」写了两次')
      split.same = { number: token.number }
      return read(null)
    case 'group':
      return takeGroup(split, token, around)
    case 'unsure':
      return doubt(`「${shownOf(around.text, token.from, token.to)}」说不准，要问一问`)
    case 'struck':
      return doubt('像是划掉了，要问一问')
    default:
      return unread(`看不懂「${shownOf(around.text, token.from, token.to)}」`)
  }
}

/** (2), (大号), (取消); anything else in brackets is a remark (`remarks.ts`), or is asked for. */
function takeGroup(
  { parts }: Split,
  { inside }: Token & { kind: 'group' },
  { text }: Surroundings,
): Read<null> {
  const [first, ...others] = inside
  const last = parts.at(-1)?.tokens
  const isAlone = others.length === 0
  if (isAlone && first?.kind === 'cancel') {
    parts.push({ act: 'cancel', isGlued: false, tokens: [] })
    return read(null)
  }
  if (isAlone && first?.kind === 'amount' && last?.at(-1)?.kind === 'item') {
    last.push({ ...first, gap: 'space' })
    return read(null)
  }
  if (isAlone && first?.kind === 'item' && last) {
    const before = last.filter(({ kind }) => kind === 'item').at(-1)
    const isOfIt =
      before?.kind === 'item' && [...before.itemIds].some((id) => first.itemIds.has(id))
    if (isOfIt) {
      last.splice(last.indexOf(before) + 1, 0, { ...first, gap: 'glued' })
      return read(null)
    }
  }
  const from = first?.from ?? 0
  return doubt(`括号里的「${shownOf(text, from, inside.at(-1)?.to ?? from)}」看不懂`)
}

interface Within extends Surroundings {
  readonly remark: string | null
}

function ordersOf(parts: readonly Part[], around: Within): Read<Body> {
  const edits: Edit[] = []
  let lines: readonly Line[] | null = null
  let target: string | null = null
  for (const [place, part] of parts.entries()) {
    const next = parts[place + 1]
    const atoms = atomsOf(part.tokens, around.text)
    if (!atoms.ok) return atoms
    const aimed = aimOf(atoms.value, { next, isFirst: place === 0 }, around.goods)
    if (!aimed.ok) return aimed
    const { own, aim } = aimed.value
    if (part.act === null) {
      if (own.length > 0) {
        const ordered = linesOf(own, around.goods)
        if (!ordered.ok) return ordered
        lines = ordered.value
      }
    } else {
      const isOfLast = part.isGlued && (lines?.length ?? 0) > 1 && target === null
      if (isOfLast) return doubt('看不出改的是哪一种')
      const edit = editOf(part.act, { own, target }, around.goods)
      if (!edit.ok) return edit
      edits.push(edit.value)
    }
    target = aim
  }
  return read({ lines, same: null, edits, remark: around.remark })
}

interface Aimed {
  readonly own: readonly Atom[]
  readonly aim: string | null
}

/** 苹果改成3, 梨不要了: goods without an amount right before what is done are what it is done to. */
function aimOf(
  atoms: readonly Atom[],
  { next, isFirst }: { next: Part | undefined; isFirst: boolean },
  goods: Goods,
): Read<Aimed> {
  const last = atoms.at(-1)
  const isAim =
    next && next.act !== 'more' && last?.kind === 'item' && (atoms.length > 1 || isFirst)
  if (!isAim) return read({ own: atoms, aim: null })
  const one = linesOf([{ ...last, itemIds: last.itemIds }], goods)
  const [only] = last.itemIds
  if (last.itemIds.size > 1 || only === undefined) return one.ok ? unread('') : one
  return read({ own: atoms.slice(0, -1), aim: only })
}

function editOf(
  act: Act,
  { own, target }: { own: readonly Atom[]; target: string | null },
  goods: Goods,
): Read<Edit> {
  const isBare = own.every(({ kind }) => kind === 'item')
  if (act === 'cancel' || act === 'drop') {
    if (own.length === 0) {
      return read(target === null ? { kind: 'cancel' } : { kind: 'drop', itemIds: [target] })
    }
    if (!isBare) return doubt('看不出取消几份')
    const lost = own.flatMap((atom) => (atom.kind === 'item' ? [[...atom.itemIds]] : []))
    if (lost.some(({ length }) => length > 1)) return doubt('看不出取消哪一种')
    return read({ kind: 'drop', itemIds: lost.flat() })
  }
  const [first] = own
  if (own.length === 1 && first?.kind === 'amount') {
    const kind = act === 'change' ? 'set' : act
    return read({ kind, itemId: target, amount: first.amount })
  }
  if (isBare) return doubt('没写改成几份')
  const lines = linesOf(own, goods)
  if (!lines.ok) return lines
  if (act === 'change') return read({ kind: 'replace', itemId: target, lines: lines.value })
  return read({ kind: act === 'more' ? 'moreOf' : 'lessOf', lines: lines.value })
}
