/** A stretch of goods and amounts: which amount belongs to which goods. */
import type { ListItem } from '../list'
import { type Amount, quantityFor } from './amounts'
import { type Atom, intersection, type Wanted } from './atoms'
import type { Goods } from './goods'
import { doubt, type Read, read, unread } from './read'
import { containers } from './vocabulary'

export interface Line {
  readonly itemId: string
  readonly quantity: number
}

type Pair = { readonly wanted: Wanted; readonly amount: Amount | null }

/** Lines of a stretch. An item without an amount is one of it, if no other has an amount. */
export function linesOf(atoms: readonly Atom[], goods: Goods): Read<readonly Line[]> {
  const pairs = pairsOf(atoms, goods)
  if (!pairs.ok) return pairs
  const isBare = pairs.value.every(({ amount }) => amount === null)
  const lines: Line[] = []
  let named: ReadonlySet<string> | null = null
  for (const { wanted, amount } of pairs.value) {
    if (!amount && !isBare && !wanted.like) return doubt(`「${wanted.words}」没写数量`)
    const item = itemOf(wanted, { named, unit: amount?.unit ?? null }, goods)
    if (!item.ok) return item
    named = sameName(item.value, goods)
    const much = amountFor(item.value, wanted, amount)
    if (!much.ok) return much
    if (lines.some(({ itemId }) => itemId === item.value.itemId)) {
      return doubt(`「${item.value.name}」写了两次`)
    }
    lines.push({ itemId: item.value.itemId, quantity: much.value })
  }
  return read(lines)
}

interface Hints {
  /** Items called as the one before it: 苹果 大号2 小号1. */
  readonly named: ReadonlySet<string> | null
  readonly unit: string | null
}

function itemOf({ itemIds, words }: Wanted, { named, unit }: Hints, goods: Goods): Read<ListItem> {
  const ofName = named && itemIds.size > 1 ? intersection(itemIds, named) : itemIds
  const fits = ofName.size > 0 ? ofName : itemIds
  const [first, ...others] = fits.size > 1 ? soldBy(fits, unit, goods) : fits
  const item = goods.byId.get(first ?? '')
  if (!item) return unread(`看不懂「${words}」`)
  if (others.length > 0) {
    const names = [...itemIds].slice(0, 4).map((itemId) => callOf(goods.byId.get(itemId)))
    return doubt(`「${words}」看不出是哪一种：${names.join('、')}`)
  }
  const rival = goods.items.find((one) => one !== item && isRival(one, item, unit))
  return rival ? doubt(`「${words}」看不出是不是「${callOf(rival)}」`) : read(item)
}

/** 鸡蛋2箱, where one of several is sold by the box. */
function soldBy(
  itemIds: ReadonlySet<string>,
  unit: string | null,
  goods: Goods,
): ReadonlySet<string> {
  if (unit === null || !containers.includes(unit)) return itemIds
  const sold = [...itemIds].filter((itemId) => callOf(goods.byId.get(itemId)).includes(unit))
  return sold.length === 1 ? new Set(sold) : itemIds
}

/** 苹果2盒, where the list has 苹果礼盒 as well. */
function isRival(other: ListItem, item: ListItem, unit: string | null): boolean {
  if (unit === null || !containers.includes(unit) || callOf(item).includes(unit)) return false
  return other.name.includes(item.name) && callOf(other).includes(unit)
}

function callOf(item: ListItem | undefined): string {
  return item?.spec ? `${item.name} ${item.spec}` : (item?.name ?? '')
}

function sameName(item: ListItem, goods: Goods): ReadonlySet<string> {
  const others = goods.items.filter(({ name }) => name === item.name)
  return new Set(others.map(({ itemId }) => itemId))
}

export function amountFor(item: ListItem, wanted: Wanted, amount: Amount | null): Read<number> {
  const { like } = wanted
  if (!amount && like && like.value !== 1) {
    const asAmount = quantityFor(item, { ...like, unit: null })
    const isCountable = 'quantity' in asAmount && isCount(like.unit)
    if (isCountable || item.unit === 'jin') return doubt(`「${wanted.words}」看不出是规格还是数量`)
  }
  if (!amount) return item.unit === 'jin' ? bareWeight(wanted.words) : read(1)
  const much = quantityFor(item, amount)
  return 'quantity' in much ? read(much.quantity) : doubt(much.doubt)
}

function isCount(unit: string | null): boolean {
  return unit !== null && !/斤|克|g/.test(unit)
}

function bareWeight(words: string): Read<number> {
  return doubt(`「${words}」没写几斤`)
}

function pairsOf(atoms: readonly Atom[], goods: Goods): Read<readonly Pair[]> {
  if (atoms.some(({ kind }) => kind === 'each')) return eachPairs(atoms, goods)
  const after = afterPairs(atoms)
  if (after.ok) return after
  const before = beforePairs(atoms)
  if (before.ok) return before
  const alone = onlyPair(atoms, goods)
  if (alone) return alone
  const parts = partsOf(atoms)
  if (parts.length > 1) {
    const pairs = parts.map((part) => {
      const one = afterPairs(part)
      return one.ok ? one : beforePairs(part)
    })
    const all = pairs.flatMap((part) => (part.ok ? part.value : []))
    if (pairs.every(({ ok }) => ok) && all.every(({ amount }) => amount)) return read(all)
  }
  return unread('数量和商品对不上')
}

/** 苹果2 梨1. */
function afterPairs(atoms: readonly Atom[]): Read<readonly Pair[]> {
  const pairs: Pair[] = []
  for (const [place, atom] of atoms.entries()) {
    if (atom.kind === 'item') pairs.push({ wanted: atom, amount: null })
    else {
      const last = pairs.at(-1)
      const isBehind = atoms[place - 1]?.kind === 'item'
      if (atom.kind !== 'amount' || !last || !isBehind) return unread('数量和商品对不上')
      if (atom.gap === 'line') return unread('数量和商品对不上')
      pairs[pairs.length - 1] = { ...last, amount: atom.amount }
    }
  }
  return pairs.length > 0 ? read(pairs) : unread('没写要什么')
}

/** 2苹果 1梨. */
function beforePairs(atoms: readonly Atom[]): Read<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let place = 0; place < atoms.length; place += 2) {
    const [much, wanted] = [atoms[place], atoms[place + 1]]
    if (much?.kind !== 'amount' || wanted?.kind !== 'item' || wanted.gap === 'line') {
      return unread('数量和商品对不上')
    }
    pairs.push({ wanted, amount: much.amount })
  }
  return read(pairs)
}

/** 2份, +1: of the only item. A bare number behind a name may be the name's. */
function onlyPair(atoms: readonly Atom[], goods: Goods): Read<readonly Pair[]> | null {
  const [much, ...others] = atoms
  if (much?.kind !== 'amount' || others.length > 0) return null
  const { amount, isPlus } = much
  const isClear = amount.unit !== null || amount.isTimes || isPlus
  if (!isClear) return unread(`「${amount.value}」看不出是不是数量`)
  if (!goods.only) return unread('没写要哪一种')
  return read([{ wanted: wantedOnly(goods.only), amount }])
}

function wantedOnly({ itemId, name }: ListItem): Wanted {
  return {
    kind: 'item',
    itemIds: new Set([itemId]),
    words: name,
    gap: 'space',
    like: null,
    isMerged: false,
  }
}

/** 西瓜1 苹果梨各2; 各2苹果梨; 各一份 alone is one of each item of the list. */
function eachPairs(atoms: readonly Atom[], goods: Goods): Read<readonly Pair[]> {
  const pairs: Pair[] = []
  let waiting: Wanted[] = []
  for (const [place, atom] of atoms.entries()) {
    if (atom.kind === 'item') waiting.push(atom)
    else if (atom.kind === 'amount') {
      const isEach = atoms[place - 1]?.kind === 'each'
      if (!isEach && waiting.length !== 1) return unread('数量和商品对不上')
      if (isEach && waiting.length === 0)
        return eachOfRest(pairs, { atoms, place, amount: atom.amount }, goods)
      if (isEach && waiting.some(({ itemIds }) => itemIds.size > 1)) {
        return doubt('「各」指哪几种看不出')
      }
      pairs.push(...waiting.map((wanted) => ({ wanted, amount: atom.amount })))
      waiting = []
    } else if (atoms[place + 1]?.kind !== 'amount') return doubt('「各」后面没写数量')
  }
  const [left] = waiting
  return left ? doubt(`「${left.words}」没写数量`) : read(pairs)
}

function eachOfRest(
  pairs: readonly Pair[],
  { atoms, place, amount }: { atoms: readonly Atom[]; place: number; amount: Amount },
  goods: Goods,
): Read<readonly Pair[]> {
  const rest = atoms.slice(place + 1)
  const wanted = rest.flatMap((atom) => (atom.kind === 'item' ? [atom] : []))
  if (wanted.length < rest.length || pairs.length > 0) return unread('数量和商品对不上')
  const all = wanted.length > 0 ? wanted : goods.items.map(wantedOnly)
  if (all.length === 1) return doubt('「各」指哪几种看不出')
  return read(all.map((one) => ({ wanted: one, amount })))
}

function partsOf(atoms: readonly Atom[]): Atom[][] {
  const parts: Atom[][] = []
  for (const atom of atoms) {
    const last = parts.at(-1)
    if (!last || atom.gap === 'comma' || atom.gap === 'line') parts.push([atom])
    else last.push(atom)
  }
  return parts
}
