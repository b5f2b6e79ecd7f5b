/** Where an item lies relative to a boundary: negative before it, zero on it, positive after. */
export type Side<Item> = (item: Item) => number

/**
 * Items in order, kept in chunks so that a million of them can still be inserted one by one.
 * A plain array would move every later item at each insertion.
 */
export interface SortedList<Item> {
  readonly compare: (left: Item, right: Item) => number
  readonly chunks: Item[][]
}

const chunkLimit = 512

export function createSortedList<Item>(
  compare: (left: Item, right: Item) => number,
): SortedList<Item> {
  return { compare, chunks: [] }
}

/** Adds an item unless an equal one is there. */
export function addItem<Item>(list: SortedList<Item>, item: Item): void {
  const side: Side<Item> = (other) => list.compare(other, item)
  const at = Math.min(firstChunk(list, side), list.chunks.length - 1)
  const chunk = list.chunks[at]
  if (chunk === undefined) {
    list.chunks.push([item])
    return
  }
  const position = firstInChunk(chunk, side)
  const there = chunk[position]
  if (there !== undefined && list.compare(there, item) === 0) return
  chunk.splice(position, 0, item)
  if (chunk.length > chunkLimit) list.chunks.splice(at + 1, 0, chunk.splice(chunkLimit / 2))
}

/** Items in the list's order; the given array is sorted in place unless it is in order already. */
export function sortItems<Item>(list: SortedList<Item>, items: Item[]): Item[] {
  const { compare } = list
  for (let place = 1; place < items.length; place += 1) {
    const before = items[place - 1]
    const item = items[place]
    if (before === undefined || item === undefined || compare(before, item) <= 0) continue
    return items.sort(compare)
  }
  return items
}

/** Adds many items that are in order, of which none may be in the list. */
export function addItems<Item>(list: SortedList<Item>, items: readonly Item[]): void {
  // Two runs in order: the sort of the language merges them in one pass.
  const all = list.chunks.length === 0 ? items : sortItems(list, list.chunks.flat().concat(items))
  list.chunks.length = 0
  let chunk: Item[] = []
  let last: Item | undefined
  for (const item of all) {
    if (last !== undefined && list.compare(last, item) === 0) continue
    last = item
    if (chunk.length === 0) list.chunks.push(chunk)
    chunk.push(item)
    if (chunk.length === chunkLimit / 2) chunk = []
  }
}

export function removeItem<Item>(list: SortedList<Item>, item: Item): void {
  const side: Side<Item> = (other) => list.compare(other, item)
  const at = firstChunk(list, side)
  const chunk = list.chunks[at]
  if (chunk === undefined) return
  const position = firstInChunk(chunk, side)
  const there = chunk[position]
  if (there === undefined || list.compare(there, item) !== 0) return
  chunk.splice(position, 1)
  if (chunk.length === 0) list.chunks.splice(at, 1)
}

/** The items from the first boundary up to and with the second, in order. */
export function* itemsBetween<Item>(
  list: SortedList<Item>,
  from: Side<Item>,
  to: Side<Item>,
): Generator<Item> {
  for (let at = firstChunk(list, from); at < list.chunks.length; at += 1) {
    const chunk = list.chunks[at] ?? []
    for (let position = firstInChunk(chunk, from); position < chunk.length; position += 1) {
      const item = chunk[position]
      if (item === undefined || to(item) > 0) return
      yield item
    }
  }
}

/** The same items, last first. */
export function* itemsBackwards<Item>(
  list: SortedList<Item>,
  from: Side<Item>,
  to: Side<Item>,
): Generator<Item> {
  const past: Side<Item> = (item) => (to(item) > 0 ? 0 : -1)
  for (let at = Math.min(firstChunk(list, past), list.chunks.length - 1); at >= 0; at -= 1) {
    const chunk = list.chunks[at] ?? []
    for (let position = firstInChunk(chunk, past) - 1; position >= 0; position -= 1) {
      const item = chunk[position]
      if (item === undefined || from(item) < 0) return
      yield item
    }
  }
}

/** The first chunk whose last item is on or after the boundary. */
function firstChunk<Item>(list: SortedList<Item>, side: Side<Item>): number {
  return bisect(list.chunks.length, (at) => {
    const last = list.chunks[at]?.at(-1)
    return last !== undefined && side(last) >= 0
  })
}

function firstInChunk<Item>(chunk: Item[], side: Side<Item>): number {
  return bisect(chunk.length, (at) => {
    const item = chunk[at]
    return item !== undefined && side(item) >= 0
  })
}

function bisect(length: number, reached: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}
