/** A pasted message cut into its entries, the owner's words around them, and what is left over. */
import { bareMarkerAt, type Marker, markerAt, weakMarkerAt } from './markers'
import { example } from './vocabulary'

/** From and to in the folded text. */
export type Stretch = readonly [from: number, to: number]

export interface Numbered {
  /** 0 where none stands in front. */
  readonly number: number
  readonly stretch: Stretch
  /** From its mark on. */
  readonly from: number
}

/** Entries that count on from one another. */
export interface Block {
  readonly entries: readonly Numbered[]
  /** A head or dashes stand before it: an earlier copy ends there. */
  readonly isAfterHead: boolean
  readonly isExample: boolean
}

export interface Message {
  readonly blocks: readonly Block[]
  /** Lines that belong to no entry, in their order. */
  readonly words: readonly Stretch[]
  /** Lines that show how to write. */
  readonly examples: readonly Stretch[]
}

const head = /#[ ]*(?:接龙|group[ ]?note|solitaire)/
const dashes = /^[-—=_* ]+$/
/** So far may a number leap where the line breaks were lost. */
const MAX_LEAP = 3

interface Line {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly marker: Marker | null
}

export function cut(key: string): Message {
  const lines = linesOf(key)
  const shown = exampleLines(lines)
  const examples = lines.filter((_, place) => shown.has(place)).map(stretchOf)
  const others = lines.filter((line, place) => !shown.has(place) && isWritten(line))
  const message = blocksOf(key, { lines, others, shown })
  const first = message.blocks[0]?.entries[0]?.from ?? key.length
  const early = others.filter(({ from }) => from < first)
  const words = early.map(({ from, to }): Stretch => [from, Math.min(to, first)])
  return { ...message, words, examples }
}

interface Laid {
  readonly lines: readonly Line[]
  /** Written, and not to show how. */
  readonly others: readonly Line[]
  readonly shown: ReadonlySet<number>
}

function blocksOf(key: string, { lines, others, shown }: Laid): Pick<Message, 'blocks'> {
  const marked = others.some(({ marker }) => marker) ? others : withBareMarkers(key, others)
  if (marked) return { blocks: numbered(key, { lines, marked, shown }) }
  const first = others[0]?.from ?? key.length
  const inLine = markersWithin(key, { from: first, to: key.length, after: null, before: 0 })
  return { blocks: inBlocks(key, inLine, lines) }
}

function stretchOf({ from, to }: Line): Stretch {
  return [from, to]
}

function isDashes(words: string): boolean {
  return dashes.test(words) && words.replaceAll(' ', '').length >= 3
}

/** Lines at which one message ends and another begins. */
export function isBoundary(words: string): boolean {
  return head.test(words) || isDashes(words)
}

function linesOf(key: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let before = 0
  while (from <= key.length) {
    const end = key.indexOf('\n', from)
    const to = end < 0 ? key.length : end
    let start = from
    while (start < to && /[ >│|]/.test(key[start] ?? '')) start += 1
    const weak = weakMarkerAt(key, start)
    const marker = markerAt(key, start) ?? (weak && weak.number === before + 1 ? weak : null)
    const inLine = marker !== null && marker.to <= to ? marker : null
    if (inLine) before = inLine.number
    lines.push({ from: start, to, text: key.slice(start, to), marker: inLine })
    from = to + 1
  }
  return lines
}

function isWritten({ text }: Line): boolean {
  return text.trim() !== '' && !isDashes(text)
}

/** From a line that begins with 例 to an empty one, or to the next number. */
function exampleLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  let isIn = false
  for (const [place, line] of lines.entries()) {
    if (example.test(line.text)) isIn = true
    else if (line.text.trim() === '' || line.marker) isIn = false
    if (isIn) found.add(place)
  }
  return found
}

/** 1, 2, 3 … in front of lines without any mark behind them. */
function withBareMarkers(key: string, lines: readonly Line[]): Line[] | null {
  let next = 1
  const marked = lines.map((line): Line => {
    const marker = bareMarkerAt(key, line.from)
    if (marker?.number !== next) return line
    next += 1
    return { ...line, marker }
  })
  return next > 2 ? marked : null
}

function numbered(
  key: string,
  {
    lines,
    marked,
    shown,
  }: { lines: readonly Line[]; marked: readonly Line[]; shown: ReadonlySet<number> },
): Block[] {
  const strong = marked.flatMap(({ marker }) => marker ?? [])
  const [first] = strong
  const start = marked[0]?.from ?? 0
  // The first entries may stand behind the head, their line breaks lost.
  const early =
    first && first.number > 1
      ? markersWithin(key, { from: start, to: first.from, after: null, before: first.number })
      : []
  const markers = strong.flatMap((marker, place) => {
    const next = strong[place + 1]
    const before = next && next.number > marker.number ? next.number : 0
    const to = next?.from ?? key.length
    return [marker, ...markersWithin(key, { from: marker.to, to, after: marker, before })]
  })
  const blocks = inBlocks(key, [...early, ...markers], lines)
  const firstLine = lines.findIndex(({ marker }, place) => marker === first && !shown.has(place))
  const isExample = shown.has(firstLine - 1) && blocks.length > 1
  return blocks.map((block, place) => (place === 0 && isExample ? { ...block, isExample } : block))
}

/** Numbers amid a text: the line breaks were lost. They go on from the number before. */
function markersWithin(
  key: string,
  { from, to, after, before }: { from: number; to: number; after: Marker | null; before: number },
): Marker[] {
  const found: Marker[] = []
  const quoted = quotedIn(key, from, to)
  let last = after
  for (let place = from; place < to; place += 1) {
    const skip = quoted.get(place)
    if (skip !== undefined) {
      place = skip
      continue
    }
    if (!mayBeginAt(key, place)) continue
    const marker = markerAt(key, place)
    if (!marker || marker.to > to) continue
    const isFirst = after === null && marker.number === 1
    const leap = last && last.style === marker.style ? marker.number - last.number : 0
    if (!isFirst && (leap < 1 || leap > MAX_LEAP)) continue
    if (before > 0 && marker.number >= before) continue
    found.push(marker)
    last = marker
    place = marker.to - 1
  }
  return found
}

/** Behind a blank, or glued to a counter or a bracket. */
function mayBeginAt(key: string, place: number): boolean {
  const letter = key[place] ?? ''
  if (!/[\dn第①-㊿❶-➉([<🔟\ud83d]/u.test(letter)) return false
  const before = key[place - 1]
  return before === undefined || /[\s,;。)\]份个箱盒袋斤瓶包件只]/.test(before)
}

/** Our own quotes (`to-text.ts`): nothing inside them is a number of an entry. */
function quotedIn(key: string, from: number, to: number): ReadonlyMap<number, number> {
  const quoted = /〔(?:[^〕\n]|〕〕){0,130}〕/g
  const spans = new Map<number, number>()
  for (const { index, 0: span } of key.slice(from, to).matchAll(quoted)) {
    spans.set(from + index, from + index + span.length - 1)
  }
  return spans
}

function inBlocks(key: string, markers: readonly Marker[], lines: readonly Line[]): Block[] {
  const headed = lines.filter(({ text }) => isBoundary(text)).map(({ from }) => from)
  const blocks: { entries: Numbered[]; isAfterHead: boolean; isExample: boolean }[] = []
  let headPlace = 0
  for (const [place, marker] of markers.entries()) {
    const before = markers[place - 1]
    let hasHead = false
    while ((headed[headPlace] ?? marker.from) < marker.from) {
      hasHead = true
      headPlace += 1
    }
    const isFirst = before === undefined
    const restarts = before !== undefined && marker.number === 1 && before.number >= 1
    if (isFirst || restarts || (hasHead && marker.number <= before.number)) {
      blocks.push({ entries: [], isAfterHead: hasHead, isExample: false })
    }
    const end = markers[place + 1]?.from ?? key.length
    const stretch: Stretch = [marker.to, end]
    blocks.at(-1)?.entries.push({ number: marker.number, stretch, from: marker.from })
  }
  return blocks
}
