/** Goods and amounts of a stretch of words, before it is known what belongs to what. */
import { type Amount, amountAt } from './amounts'
import { type Folded, shownOf } from './fold'
import { amountLike } from './goods'
import { doubt, type Read, read } from './read'
import type { Gap, Token } from './token'

export interface Wanted {
  readonly kind: 'item'
  readonly itemIds: ReadonlySet<string>
  readonly words: string
  readonly gap: Gap
  /** When its words, or the last of them, could be an amount as well. */
  readonly like: Amount | null
  readonly isMerged: boolean
}
export interface Much {
  readonly kind: 'amount'
  readonly amount: Amount
  readonly gap: Gap
  /** Behind a plus. */
  readonly isPlus: boolean
}
export type Atom = Wanted | Much | { readonly kind: 'each'; readonly gap: Gap }

/** Atoms of a stretch; what says the same item twice, name and specification, becomes one. */
export function atomsOf(tokens: readonly Token[], text: Folded): Read<readonly Atom[]> {
  const atoms: Atom[] = []
  let pending: Gap | 'plus' | 'minus' | null = null
  for (const token of tokens) {
    const gap = pending === 'plus' ? 'comma' : pending === 'minus' ? 'space' : token.gap
    if (token.kind === 'plus' || token.kind === 'minus') pending = token.kind
    else if (token.kind === 'item') {
      addWanted(atoms, wantedOf(token, text, gap))
      pending = null
    } else if (token.kind === 'amount') {
      const last = atoms.at(-1)
      const mayTake =
        pending === 'minus' && (last?.kind === 'amount' || (!last && token.gap === 'glued'))
      if (mayTake) return doubt('看不出是不是要减')
      const isPlus = pending === 'plus'
      const isBehind = isPlus && last?.kind !== 'amount'
      atoms.push({ kind: 'amount', amount: token.amount, gap: isBehind ? token.gap : gap, isPlus })
      pending = null
    } else if (token.kind === 'each') atoms.push({ kind: 'each', gap })
  }
  return read(atoms.map(asAmount))
}

/** 5斤 without a name beside it is an amount, even where an item's specification says so. */
function asAmount(atom: Atom): Atom {
  if (atom.kind !== 'item' || !atom.like || atom.isMerged) return atom
  return { kind: 'amount', amount: atom.like, gap: atom.gap, isPlus: false }
}

function wantedOf(token: Token & { kind: 'item' }, text: Folded, gap: Gap): Wanted {
  const words = shownOf(text, token.from, token.to)
  return {
    kind: 'item',
    itemIds: token.itemIds,
    words,
    gap,
    like: amountOfWords(text, token),
    isMerged: false,
  }
}

function addWanted(atoms: Atom[], wanted: Wanted): void {
  const last = atoms.at(-1)
  const isApart = wanted.gap === 'comma' || wanted.gap === 'line'
  if (last?.kind === 'item' && !isApart && last.words !== wanted.words) {
    const both = intersection(last.itemIds, wanted.itemIds)
    if (both.size > 0) {
      const isNarrower = both.size < last.itemIds.size || both.size < wanted.itemIds.size
      const like = isNarrower ? null : (wanted.like ?? last.like)
      const words = last.words + wanted.words
      atoms[atoms.length - 1] = { ...last, itemIds: both, words, like, isMerged: true }
      return
    }
  }
  atoms.push(wanted)
}

export function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((itemId) => other.has(itemId)))
}

/** Whether an item's own words could be an amount as well: 5斤 of 苹果 5斤. */
export function amountOfWords(text: Folded, { from, to }: Token): Amount | null {
  const written = text.key.slice(from, to)
  return amountLike(written) === 'amount' ? (amountAt(written, 0)?.value ?? null) : null
}
