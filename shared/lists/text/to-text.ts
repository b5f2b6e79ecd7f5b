/**
 * A list as WeChat's own 接龙 text, written so that `read-text.ts` gives back every entry. What
 * could be taken for something else, a name 苹果2 or a remark with a number in it, is quoted: 〔苹果2〕.
 */
import type { ListItem } from '../list'
import { readEntry } from './entry'
import { fold } from './fold'
import { type Goods, goodsOf } from './goods'
import type { Line } from './orders'
import { readText } from './read-text'

export interface WrittenEntry {
  readonly entryNo: number
  readonly name: string
  readonly lines: readonly Line[]
  readonly remark: string | null
}

export interface WrittenList {
  readonly title: string
  /** The owner's words, the prices, the cut-off: lines above the entries. */
  readonly above: readonly string[]
  readonly items: readonly ListItem[]
  readonly entries: readonly WrittenEntry[]
}

/** How an entry is written: as people do; quoted; quoted, and its goods by their place. */
const cares = [0, 1, 2] as const
type Care = (typeof cares)[number]

export function toText(list: WrittenList): string {
  const names = namesOf(list.items)
  const care = new Map<number, Care>()
  const heads = [['#接龙', list.title, ...list.above], [`#接龙 ${oneLine(list.title)}`], ['#接龙']]
  for (const head of heads) {
    for (const next of cares) {
      const text = written(list, { head, care, names })
      const { isClear, misread } = judged(text, list)
      if (isClear) return text
      for (const place of misread) care.set(place, careAbove(care.get(place) ?? 0, next))
    }
  }
  const all = new Map(list.entries.map((_, place): [number, Care] => [place, 2]))
  return written(list, { head: ['#接龙'], care: all, names })
}

function careAbove(now: Care, round: Care): Care {
  return now === 2 || round === 2 ? 2 : now === 1 ? 2 : 1
}

function oneLine(title: string): string {
  return title.replace(/\s+/g, ' ')
}

interface Manner {
  readonly head: readonly string[]
  readonly care: ReadonlyMap<number, Care>
  readonly names: ReadonlyMap<string, string | null>
}

function written({ entries, items }: WrittenList, { head, care, names }: Manner): string {
  const places = new Map(items.map(({ itemId, unit }, place) => [itemId, { unit, place }]))
  const rows = entries.map(({ entryNo, name, lines, remark }, at) => {
    const own = care.get(at) ?? 0
    const goods = lines.map(({ itemId, quantity }) => {
      const { unit, place } = places.get(itemId) ?? { unit: 'piece', place: 0 }
      const called = own === 2 ? null : (names.get(itemId) ?? null)
      if (called === null) return `〔${place + 1}×${quantity}〕`
      return `${called}${unit === 'jin' ? `${quantity}斤` : `×${quantity}`}`
    })
    const said = remark === null ? [] : [own > 0 ? `备注${quoted(remark)}` : `备注：${remark}`]
    return `${entryNo}. ${[own > 0 ? quoted(name) : name, ...goods, ...said].join(' ')}`
  })
  return [...head, '', ...rows].join('\n')
}

function quoted(words: string): string {
  return `〔${words.replaceAll('〕', '〕〕')}〕`
}

/** Whether every entry is read as it is, and nothing else; and which are not. */
function judged(
  text: string,
  { items, entries }: WrittenList,
): { isClear: boolean; misread: readonly number[] } {
  const read = readText(text, { items, taken: [] })
  const waiting = new Map(read.entries.map((entry) => [entry.number, entry]))
  const misread = entries.flatMap((entry, place) => {
    const found = waiting.get(entry.entryNo)
    const isRight =
      found?.name === entry.name &&
      found.remark === entry.remark &&
      isSame(found.lines, entry.lines)
    return isRight ? [] : [place]
  })
  const hasMore = read.doubts.length > 0 || read.entries.length > entries.length
  return { isClear: misread.length === 0 && !hasMore, misread }
}

function isSame(read: readonly Line[], lines: readonly Line[]): boolean {
  return (
    read.length === lines.length &&
    read.every(({ itemId, quantity }, place) => {
      const line = lines[place]
      return line?.itemId === itemId && line.quantity === quantity
    })
  )
}

/** How each item is written: by its name, or with its specification; null: by its place. */
function namesOf(items: readonly ListItem[]): ReadonlyMap<string, string | null> {
  const goods = goodsOf(items)
  const names = items.map((item): [string, string | null] => {
    const ways = [item.name, ...(item.spec ? [`${item.name}（${item.spec}）`] : [])]
    return [item.itemId, ways.find((way) => isClear(way, item, goods)) ?? null]
  })
  return new Map(names)
}

function isClear(way: string, item: ListItem, goods: Goods): boolean {
  const text = fold(`〔阿〕 ${way}${item.unit === 'jin' ? '2斤' : '×2'}`)
  const entry = readEntry(text, goods, [0, text.key.length])
  if (!entry.ok) return false
  const { lines, remark, edits } = entry.value.body
  const [line, ...others] = lines ?? []
  const isAlone = others.length === 0 && remark === null && edits.length === 0
  return isAlone && line?.itemId === item.itemId && line.quantity === 2
}
