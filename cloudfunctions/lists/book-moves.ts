/**
 * The only writers of a list's book. Each is one update that decides and leaves a mark; what it
 * does to stock and queue follows from the entry as it was and as it is to be.
 */
import type { Counts } from '../../shared/lists/entry-order'
import { countsOf, moreOf } from '../../shared/lists/entry-order'
import { holdsPlace, isOver } from '../../shared/lists/entry-state'
import { changeIf, command, type Fields } from '../runtime/database'
import type { Entry, EntryDocument, EntryTidings, EntryTodo, List } from './list-document'

/** Names of those who joined last, for the card of the list. */
const LAST_NAMES = 5

type EntryToBe = EntryTodo['entry']

/** An entry whose document is still to be brought to what the book says. */
export interface Mark {
  readonly listId: string
  readonly entryId: string
  readonly todo: EntryTodo
}

export interface Joining {
  readonly list: List
  readonly entry: EntryToBe
  readonly now: number
  /** Under none of these ids she may be in the book already. */
  readonly holderIds: readonly string[]
  /** What must be so for somebody who is to wait. */
  readonly only?: Fields
}

/** Takes the next number, and what the entry holds with it; null when the book does not allow. */
export async function joinBook({ list, entry, now, ...more }: Joining): Promise<Mark | null> {
  const { requestKey: entryId, name, holderId } = entry
  const { holderIds, only = {} } = more
  const todo: EntryTodo = { at: now, requestKey: entryId, frees: false, tells: null, entry }
  const taken = heldBy(entry)
  const free = {
    ...openAt(list._id, now),
    order: command.neq(entryId),
    ...Object.fromEntries(holderIds.map((id) => [`holders.${id}`, command.exists(false)])),
    ...enoughOf(list, taken),
    ...nobodyWaits(list, taken),
    ...only,
  }
  const change = {
    ...moved(list, taken),
    ...counted('waiting', Object.fromEntries(entry.waitsFor.map((id) => [id, 1]))),
    order: command.push([entryId]),
    lastNames: command.push({ each: [name], slice: -LAST_NAMES }),
    ...(holderId === null ? {} : { [`holders.${holderId}`]: entryId }),
    ...marked(entryId, todo),
  }
  const isJoined = await changeIf('list_books', free, change)
  return isJoined ? { listId: list._id, entryId, todo } : null
}

export interface Move {
  readonly list: List
  readonly before: Entry
  readonly after: Partial<Omit<EntryDocument, 'entryNo' | 'step'>>
  readonly now: number
  readonly requestKey: string
  readonly tells?: EntryTidings | null
  /** What must be so beside there being enough for it. */
  readonly only?: Fields
  /** After the cut-off, when the book is locked, the job alone moves entries. */
  readonly isSettling?: boolean
  /** The mark that stands there, of this request, is carried out; this one takes its place. */
  readonly over?: string | undefined
}

/** Changes an entry that stands as it was seen; null when anything has changed meanwhile. */
export async function moveEntry(move: Move): Promise<Mark | null> {
  const { list, before, after, now, requestKey, tells = null, only = {}, over } = move
  const { _id: entryId, entryNo: _entryNo, ...was } = before
  const entry: EntryToBe = { ...was, ...after, step: was.step + 1 }
  const more = moreOf(heldBy(was), heldBy(entry))
  const waits = moreOf(onceEach(was.waitsFor), onceEach(entry.waitsFor))
  const fewer = [...stockedOf(list, more), ...Object.entries(waits)].some(([, by]) => by < 0)
  // What the other mark had come free is still to be seen to.
  const frees = fewer || asksLess(was, entry) || over !== undefined
  const todo: EntryTodo = { at: now, requestKey, frees, tells, entry }
  const locked = { _id: list._id, isOpen: false }
  const unchanged = {
    ...(move.isSettling ? locked : openAt(list._id, now)),
    ...(over === undefined
      ? { [`todo.${entryId}`]: command.exists(false) }
      : { [`todo.${entryId}.requestKey`]: over }),
    [`steps.${entryId}`]: was.step === 0 ? command.exists(false) : was.step,
    ...enoughOf(list, more),
    ...only,
  }
  const change = {
    ...moved(list, more),
    ...counted('waiting', waits),
    ...heldAs(entryId, { was, entry, isSettling: move.isSettling ?? false }),
    ...(isOver(entry.state) && !isOver(was.state) ? { goneCount: command.inc(1) } : {}),
    [`steps.${entryId}`]: entry.step,
    ...marked(entryId, todo),
  }
  const isMoved = await changeIf('list_books', unchanged, change)
  return isMoved ? { listId: list._id, entryId, todo } : null
}

/** What is wanted must not be waited for by anybody. */
export function nobodyWaits(list: List, wanted: Counts): Fields {
  const more = stockedOf(list, wanted).filter(([, count]) => count > 0)
  return Object.fromEntries(more.map(([id]) => [`waiting.${id}`, command.in([0, null])]))
}

/** The entry's document is as the mark says. */
export async function clearMark({ listId, entryId, todo }: Mark): Promise<void> {
  const own = { _id: listId, [`todo.${entryId}.requestKey`]: todo.requestKey }
  await changeIf('list_books', own, { [`todo.${entryId}`]: command.remove() })
}

/** Takes the date back that brought the sweeper here: to the oldest mark that is left, or away. */
export async function forgetMarkedAt(
  listId: string,
  { markedAt, todo }: Pick<Required<MarkedBook>, 'markedAt' | 'todo'>,
): Promise<void> {
  const left = Object.values(todo).map(({ at }) => at)
  const asRead = { _id: listId, markedAt }
  if (left.length > 0) await changeIf('list_books', asRead, { markedAt: Math.min(...left) })
  else {
    const unmarked = { ...asRead, todo: command.eq({}) }
    await changeIf('list_books', unmarked, { markedAt: command.remove() })
  }
}

interface MarkedBook {
  readonly markedAt?: number
  readonly todo: Readonly<Record<string, EntryTodo>>
}

function openAt(listId: string, now: number) {
  return { _id: listId, isOpen: true, opensAt: command.lte(now), cutOffAt: command.gt(now) }
}

function marked(entryId: string, todo: EntryTodo): Fields {
  return { [`todo.${entryId}`]: command.set(todo), markedAt: command.min(todo.at) }
}

/** Who gives her entry up may join again; who takes one over is in the book from then on. */
function heldAs(
  entryId: string,
  { was, entry, isSettling }: { was: EntryToBe; entry: EntryToBe; isSettling: boolean },
): Fields {
  const { holderId } = entry
  if (holderId === null || isSettling) return {}
  if (isOver(entry.state)) return { [`holders.${holderId}`]: command.remove() }
  return was.holderId === holderId ? {} : { [`holders.${holderId}`]: entryId }
}

function heldBy({ state, lines }: Pick<EntryDocument, 'state' | 'lines'>): Counts {
  return holdsPlace(state) ? countsOf(lines) : {}
}

/** Who waits for less than before may fit into what there is. */
function asksLess(was: EntryToBe, entry: EntryToBe): boolean {
  if (was.state !== 'waiting' || entry.state !== 'waiting') return false
  return Object.values(moreOf(countsOf(was.lines), countsOf(entry.lines))).some((by) => by < 0)
}

function onceEach(ids: readonly string[]): Counts {
  return Object.fromEntries(ids.map((id) => [id, 1]))
}

/** Of these counts those whose item has an end. */
function stockedOf({ items }: Pick<List, 'items'>, counts: Counts): [string, number][] {
  const hasEnd = (id: string) => items.some((one) => one.itemId === id && one.stockCount !== null)
  return Object.entries(counts).filter(([id]) => hasEnd(id))
}

function enoughOf(list: List, wanted: Counts): Fields {
  const more = stockedOf(list, wanted).filter(([, count]) => count > 0)
  return Object.fromEntries(more.map(([id, count]) => [`left.${id}`, command.gte(count)]))
}

function moved(list: List, taken: Counts): Fields {
  const left = Object.fromEntries(stockedOf(list, taken).map(([id, count]) => [id, -count]))
  return { ...counted('left', left), ...counted('ordered', taken) }
}

function counted(field: 'left' | 'ordered' | 'waiting', by: Counts): Fields {
  return Object.fromEntries(
    Object.entries(by).map(([id, count]) => [`${field}.${id}`, command.inc(count)]),
  )
}
