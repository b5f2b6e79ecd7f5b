/**
 * How the goods of a list may be called: by name, specification, a part of the name that no other
 * item has, the letter of the owner's menu, an emoji. Whatever fits several items names them all:
 * it is then asked which one.
 */
import type { ListItem } from '../list'
import { amountAt } from './amounts'
import { emojiGoods } from './emoji-goods'
import { fold } from './fold'

/** The better one hides the others: full names, then specifications and letters, then parts. */
export type Rank = 'part' | 'spec' | 'core' | 'name'
const ranks: readonly Rank[] = ['part', 'spec', 'core', 'name']

export interface Mention {
  readonly itemIds: ReadonlySet<string>
  readonly rank: Rank
}

interface Branch {
  readonly next: Map<string, Branch>
  mention: { itemIds: Set<string>; rank: Rank } | null
}

export interface Goods {
  readonly items: readonly ListItem[]
  readonly byId: ReadonlyMap<string, ListItem>
  readonly only: ListItem | null
  readonly root: Branch
  /** All letters of its names: an unknown word that has one may be a mistyped item. */
  readonly letterSet: ReadonlySet<string>
  /** Letters of the owner's menu, or in front of names. */
  readonly letters: Map<string, Set<string>>
}

const parting = /[\s()[\]{}<>《》"',.:;!?/\\|·+*~×、。-]+/
const MIN_PART = 2

export function goodsOf(items: readonly ListItem[]): Goods {
  const root: Branch = { next: new Map(), mention: null }
  const goods: Goods = {
    items,
    byId: new Map(items.map((item) => [item.itemId, item])),
    only: items.length === 1 ? (items[0] ?? null) : null,
    root,
    letterSet: new Set(items.flatMap(({ name }) => [...name])),
    letters: new Map(),
  }
  for (const item of items) addItem(goods, item)
  for (const [emoji, words] of emojiGoods) addEmoji(goods, emoji, words)
  return goods
}

/** Another way to call an item: what stands in front of it in the owner's menu. */
export function addLabel(goods: Goods, label: string, itemId: string): void {
  if (/^[a-wyz]$/.test(label)) {
    goods.letters.set(label, new Set([...(goods.letters.get(label) ?? []), itemId]))
  } else add(goods.root, { words: label, itemId, rank: 'core' })
}

function addItem(goods: Goods, item: ListItem): void {
  const { root } = goods
  const { itemId } = item
  const name = fold(item.name).key.trim()
  const spec = fold(item.spec ?? '').key.trim()
  add(root, { words: name, itemId, rank: 'name' })
  add(root, { words: name.replace(/\s+/g, ''), itemId, rank: 'name' })
  if (spec !== '' && amountLike(spec) === null)
    for (const words of [name + spec, `${name}${spec}装`, spec + name]) {
      add(root, { words, itemId, rank: 'name' })
    }
  const lead = /^([a-z])(?=[^a-z])/.exec(name)?.[1]
  if (lead !== undefined) addLabel(goods, lead, itemId)
  addParts(root, { itemId, words: name, rank: 'core' })
  if (spec !== '') {
    add(root, { words: spec, itemId, rank: 'spec' })
    addParts(root, { itemId, words: spec, rank: 'spec' })
    const plain = /^(\p{Script=Han}+?)[号色装码款味型]$/u.exec(spec)?.[1]
    if (plain !== undefined) add(root, { words: plain, itemId, rank: 'spec' })
  }
  for (const emoji of `${name}${spec}`.match(/\p{Extended_Pictographic}/gu) ?? []) {
    add(root, { words: emoji, itemId, rank: 'name' })
  }
}

interface Calling {
  readonly words: string
  readonly itemId: string
  readonly rank: Rank
}

/** Pieces of a name, and of each of them every part of two letters or more. */
function addParts(root: Branch, { itemId, words, rank }: Calling): void {
  for (const piece of words.split(parting)) {
    const core = piece
      .replace(/^[a-z](?=\p{Script=Han})/u, '')
      .replace(/\p{Extended_Pictographic}/gu, '')
    if (core.length >= MIN_PART || /^\p{Script=Han}$/u.test(core)) {
      add(root, { words: core, itemId, rank })
    }
    for (const stretch of core.match(/\p{Script=Han}+|[a-z]+|\d[\d.]*[^\d\s]+/gu) ?? []) {
      if (stretch.length >= MIN_PART) add(root, { words: stretch, itemId, rank })
      if (/^\p{Script=Han}/u.test(stretch)) addSlices(root, { itemId, words: stretch, rank })
    }
  }
}

function addSlices(root: Branch, { itemId, words }: Calling): void {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + MIN_PART; to <= words.length; to += 1) {
      add(root, { words: words.slice(from, to), itemId, rank: 'part' })
    }
  }
}

function addEmoji(goods: Goods, emoji: string, words: readonly string[]): void {
  const fits = goods.items.filter(({ name }) => words.some((word) => name.includes(word)))
  const key = fold(emoji).key
  if (mentionIn(goods.root, key, [0, key.length])) return
  for (const { itemId } of fits) add(goods.root, { words: key, itemId, rank: 'core' })
}

function add(root: Branch, { words, itemId, rank }: Calling): void {
  if (words === '' || amountLike(words) === 'number') return
  let branch = root
  for (const letter of words) {
    const next: Branch = branch.next.get(letter) ?? { next: new Map(), mention: null }
    branch.next.set(letter, next)
    branch = next
  }
  const known = branch.mention
  if (!known || ranks.indexOf(rank) > ranks.indexOf(known.rank)) {
    branch.mention = { itemIds: new Set([itemId]), rank }
  } else if (known.rank === rank) known.itemIds.add(itemId)
}

/** A specification may look like an amount: 5斤, 30枚. A bare number names nothing. */
export function amountLike(words: string): 'amount' | 'number' | null {
  const found = amountAt(words, 0)
  if (!found || found.to !== words.length) return null
  return found.value.unit === null && !found.value.isTimes ? 'number' : 'amount'
}

/** The longest name of goods that begins here. */
export function mentionIn(
  root: Branch,
  key: string,
  [from, end]: readonly [number, number],
): { mention: Mention; to: number } | null {
  let branch: Branch | undefined = root
  let best: { mention: Mention; to: number } | null = null
  let place = from
  while (place < end) {
    const letter = String.fromCodePoint(key.codePointAt(place) ?? 0)
    branch = branch.next.get(letter)
    if (!branch) break
    place += letter.length
    if (place <= end && branch.mention && isWhole(key, from, place))
      best = { mention: branch.mention, to: place }
  }
  return best
}

/** Latin words and numbers are not cut: `a` is none of `amy`, 5 none of 50. */
function isWhole(key: string, from: number, to: number): boolean {
  const [first = '', before = ''] = [key[from], key[from - 1]]
  const [last = '', next = ''] = [key[to - 1], key[to]]
  const isCutLatin = (a: string, b: string) => /[a-z]/.test(a) && /[a-z]/.test(b)
  const isCutNumber = (a: string, b: string) => /\d/.test(a) && /[\d.]/.test(b)
  if (isCutLatin(first, before) || isCutNumber(first, before)) return false
  // `白色x2`, `ax2`: the x is a sign of quantity.
  const isTimes = next === 'x' && /[\s\d]/.test(key[to + 1] ?? '')
  return !(isCutLatin(last, next) && !isTimes) && !isCutNumber(last, next)
}
