/**
 * Reads a native 接龙 message: what of it is an entry, what has to be asked, what is none. Nothing is
 * guessed: where two readings make sense, both are left to whoever pasted it.
 */
import type { ReadEntry, ReadText } from '../../contract/list-texts'
import type { ListItem } from '../list'
import { chosenBlocks } from './blocks'
import { edited } from './edits'
import { type EntryRead, readEntry } from './entry'
import { type Folded, fold, nameKey } from './fold'
import { type Goods, goodsOf } from './goods'
import { hasCounted, isMenuLine, learnLabel, lineText, mayOrder } from './menu'
import { type Block, cut, type Message, type Numbered, type Stretch } from './message'
import type { Line } from './orders'
import { ownPart } from './own-part'
import { doubt, type Read } from './read'
import { matchTaken, seenAs, type Taken } from './seen'

type Plain = Omit<ReadEntry, 'seen'>
interface Doubt {
  readonly number: number
  readonly text: string
  readonly reason: string
}

interface Reader {
  readonly text: Folded
  readonly goods: Goods
  /** Every line in its order; without an entry where it is none, or not clear. */
  readonly rows: Row[]
  readonly doubts: Doubt[]
  readonly ignored: string[]
}

interface Row {
  readonly number: number
  readonly words: string
  entry: Plain | null
}

const MAX_REMARK_LETTERS = 60

export function readText(
  pasted: string,
  { items, taken }: { items: readonly ListItem[]; taken: readonly Taken[] },
): ReadText {
  const text = fold(pasted)
  const message = cut(text.key)
  const reader: Reader = { text, goods: goodsOf(items), rows: [], doubts: [], ignored: [] }
  for (const stretch of message.words) learnLabel(text, reader.goods, stretch)
  for (const stretch of message.examples) reader.ignored.push(lineText(text, stretch))
  if (message.blocks.length > 0) readBlocks(reader, message)
  else readLines(reader, message.words)
  return compared(reader, taken)
}

function readBlocks(reader: Reader, message: Message): void {
  const { text, goods } = reader
  for (const stretch of message.words) passOver(reader, stretch)
  const { main, earlier, passed } = chosenBlocks(message.blocks, text, goods)
  for (const { from, stretch } of passed) learnLabel(text, goods, [from, stretch[1]])
  for (const { from, stretch } of passed) reader.ignored.push(lineText(text, [from, stretch[1]]))
  for (const [place, numbered] of (main?.entries ?? []).entries()) {
    readNumbered(reader, numbered, place === (main?.entries.length ?? 0) - 1)
  }
  for (const block of earlier) askEarlier(reader, block)
}

function readNumbered(reader: Reader, numbered: Numbered, isLast: boolean): void {
  const { text, goods } = reader
  const { own, rest } = ownPart(numbered.stretch, { text, goods, isLast })
  const words = lineText(text, own)
  if (words === '') reader.ignored.push(lineText(text, [numbered.from, own[1]]))
  else if (isMenuLine(text, goods, own) && !hasCounted(text, goods, own)) {
    learnLabel(text, goods, own)
    reader.ignored.push(words)
  } else {
    take(reader, { number: numbered.number, words, entry: null }, readEntry(text, goods, own))
  }
  for (const stretch of rest) passOver(reader, stretch)
}

/** Words that belong to no entry; if they look like an order, they are asked for. */
function passOver({ text, goods, doubts, ignored }: Reader, stretch: Stretch): void {
  const words = lineText(text, stretch)
  if (words === '') return
  const isOrder = !words.startsWith('#') && mayOrder(text, goods, stretch)
  if (isOrder) doubts.push({ number: 0, text: words, reason: '没有编号，看不出是不是接龙' })
  else ignored.push(words)
}

/** An earlier copy in the same text: whoever is not in the last one is asked for. */
function askEarlier(reader: Reader, block: Block): void {
  const { text, goods, doubts, ignored } = reader
  const names = new Set(reader.rows.map(({ words }) => nameKey(words)))
  const known = [...names, ...reader.doubts.map((one) => nameKey(one.text))]
  for (const { number, stretch } of block.entries) {
    const { own } = ownPart(stretch, { text, goods, isLast: true })
    const words = lineText(text, own)
    const entry = readEntry(text, goods, own)
    const name = nameKey(entry.ok ? entry.value.name : words)
    const isThere = known.some((one) => one.startsWith(name))
    if (words === '' || isThere || isMenuLine(text, goods, own)) ignored.push(words || `${number}.`)
    else doubts.push({ number, text: words, reason: '前一份里有，后一份里没有' })
  }
}

/** Without any number each line is one; what stands above the first order is the owner's. */
function readLines(reader: Reader, lines: readonly Stretch[]): void {
  const { text, goods } = reader
  let hasBegun = false
  for (const stretch of lines) {
    const words = lineText(text, stretch)
    const isWord = words.startsWith('#') || isMenuLine(text, goods, stretch)
    const entry = readEntry(text, goods, stretch)
    const isOrder = entry.ok
      ? !entry.value.isImplied
      : entry.kind === 'doubt' || mayOrder(text, goods, stretch)
    if (!isWord && (isOrder || (hasBegun && !entry.ok))) {
      hasBegun ||= entry.ok
      take(reader, { number: 0, words, entry: null }, entry)
    } else reader.ignored.push(words)
  }
}

function take(reader: Reader, row: Row, entry: Read<EntryRead>): void {
  reader.rows.push(row)
  const settled = entry.ok ? settle(reader, row, entry.value) : entry
  if (!settled.ok) {
    reader.doubts.push({ number: row.number, text: row.words, reason: settled.reason })
    return
  }
  if (settled.value === null) reader.ignored.push(row.words)
  row.entry = settled.value
}

/** What the entry comes to, after those before it; null when it is none of its own. */
function settle(reader: Reader, row: Row, { name, body }: EntryRead): Read<Plain | null> {
  const { goods } = reader
  if ((body.remark?.length ?? 0) > MAX_REMARK_LETTERS) return doubt('备注太长了')
  if (body.same) {
    const lines = linesOfOther(reader, row, body.same.number)
    return lines.ok ? whole(row, { name, lines: lines.value, remark: body.remark }) : lines
  }
  if (body.lines === null) return changeEarlier(reader, row, { name, body, isImplied: false })
  const lines = edited(body.lines, body.edits, goods)
  if (!lines.ok) return lines
  if (lines.value === null) return { ok: true, value: null }
  return whole(row, { name, lines: lines.value, remark: body.remark })
}

function whole(
  { number }: Row,
  { lines, ...entry }: { name: string; lines: readonly Line[]; remark: string | null },
): Read<Plain> {
  return { ok: true, value: { number, ...entry, lines: lines.map((line) => ({ ...line })) } }
}

function linesOfOther({ rows }: Reader, row: Row, number: number | null): Read<readonly Line[]> {
  const others = rows.filter((one) => one !== row)
  const meant = number === null ? others.slice(-1) : others.filter((one) => one.number === number)
  const [one, ...more] = meant
  if (!one?.entry || more.length > 0) return doubt('「同上」指的那一条看不清')
  return { ok: true, value: one.entry.lines }
}

/** 改成3, 取消 in a line of its own: it is of the entry of that name above. */
function changeEarlier(reader: Reader, row: Row, { name, body }: EntryRead): Read<Plain | null> {
  const key = nameKey(name)
  const named = reader.rows.filter(({ entry }) => entry && nameKey(entry.name) === key)
  const [earlier, ...more] = named
  if (more.length > 0) return doubt(`上面有几个「${name}」，看不出是哪一个`)
  const isCancelled = body.edits.every(({ kind }) => kind === 'cancel' || kind === 'drop')
  if (!earlier?.entry) {
    const isUnclear = reader.doubts.some(({ text }) => nameKey(text).startsWith(key))
    if (isUnclear) return doubt('上面那一条还没看清')
    if (isCancelled) return { ok: true, value: null }
    const lines = edited([], body.edits, reader.goods)
    if (!lines.ok) return lines
    if (!startsAnew(body.edits[0]?.kind)) return doubt('上面没有这个名字，看不出改的是哪一条')
    return whole(row, { name, lines: lines.value ?? [], remark: body.remark })
  }
  const lines = edited(earlier.entry.lines, body.edits, reader.goods)
  if (!lines.ok) return lines
  if (lines.value === null) {
    reader.ignored.push(earlier.words)
    earlier.entry = null
  } else earlier.entry = { ...earlier.entry, lines: lines.value.map((line) => ({ ...line })) }
  return { ok: true, value: null }
}

/** 改成苹果3 says all of it, 加1 does not. */
function startsAnew(kind: string | undefined): boolean {
  return kind === 'set' || kind === 'replace'
}

function compared({ rows, doubts, ignored }: Reader, taken: readonly Taken[]): ReadText {
  const entries = rows.flatMap(({ entry }) => entry ?? [])
  const { places, gone } = matchTaken(entries, taken)
  const unclear = doubts.map(({ text }) => nameKey(text))
  const lost = gone.flatMap((place) => taken[place] ?? [])
  return {
    entries: entries.map((entry, at) => ({
      ...entry,
      seen: seenAs(entry, taken[places[at] ?? -1]),
    })),
    doubts,
    ignored,
    gone: lost
      .filter(({ name }) => !unclear.some((words) => words.startsWith(nameKey(name))))
      .map(({ number, name }) => ({ number, name })),
  }
}
