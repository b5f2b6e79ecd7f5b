/**
 * The waiting list: what came free goes to who waits, in the order of their numbers, and marks are
 * carried out to their end. All of it may be killed anywhere, run again, or run twice at once.
 */
import { type Counts, countsOf } from '../../shared/lists/entry-order'
import type { EntryState } from '../../shared/lists/list'
import { nextOf, type Queued } from '../../shared/lists/waiting-list'
import { loadShop } from '../runtime/config'
import { clearMark, type Mark, moveEntry } from './book-moves'
import { writeEntry } from './carry-out'
import { ended, held, placed, queued, type Standing } from './entry-places'
import { type BookPage, bookPage, entriesAfter, listToJoin, queueOf } from './entry-repository'
import type { Entry, EntryTidings, List } from './list-document'
import { readList } from './repository'

const MOST_TRIES = 20
const PAGE_ENTRIES = 50

export interface LettingIn {
  readonly now: number
  /** At the cut-off, when the book is locked: who fits has it, and nothing is kept for others. */
  readonly isSettling: boolean
}

/** Brings the document to the mark, lets the queue in where something came free, clears it. */
export async function carryOut(list: List, mark: Mark, entryNo?: number): Promise<void> {
  if (!(await writeEntry(list, mark, entryNo))) return
  if (mark.todo.frees) await letIn(list._id, { now: mark.todo.at, isSettling: false })
  await clearMark(mark)
}

/** All marks of a list, whoever left them. */
export async function carryOutMarks(listId: string): Promise<void> {
  const list = await readList(listId)
  const book = list && (await bookPage(listId))
  if (!list || !book) return
  const written = await writeAll(list, book)
  const freed = written.filter(({ todo }) => todo.frees).map(({ todo }) => todo.at)
  if (freed.length > 0) await letIn(listId, { now: Math.max(...freed), isSettling: false })
  for (const mark of written) await clearMark(mark)
}

/** Who waits and whose whole choice is there has it now, or it is held for her. */
export async function letIn(listId: string, how: LettingIn): Promise<void> {
  const list = await listToJoin(listId)
  // Who pays online cannot do so after the cut-off.
  if (!list || (how.isSettling && list.payment === 'online')) return
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const book = await bookPage(listId)
    if (!book || book.isOpen === how.isSettling || !isAnybodyWaiting(book)) return
    // Who has just joined the queue must be seen in it.
    const written = await writeAll(list, book)
    const guards = await clearPlain(written)
    const pass = { list, how, guards, cutOffAt: book.cutOffAt }
    if (await letInAsRead(pass, book)) return clearAll(guards)
  }
}

/** All entries in these states come to their end, at the cut-off, with what they held. */
export async function endEntries(
  listId: string,
  ending: {
    readonly from: readonly EntryState[]
    readonly to: 'lapsed' | 'released'
    readonly now: number
  },
): Promise<void> {
  await carryOutMarks(listId)
  const list = await readList(listId)
  for (const state of list ? ending.from : []) {
    let afterNo = 0
    for (let isMore = true; isMore && list; ) {
      const page = await entriesAfter({ listId, state }, { afterNo, limit: PAGE_ENTRIES })
      await Promise.all(page.map((entry) => endEntry(list, entry, { ...ending, isSettling: true })))
      afterNo = page.at(-1)?.entryNo ?? afterNo
      isMore = page.length === PAGE_ENTRIES
    }
  }
}

/** Gives up what it holds and tells its member; false when it was changed meanwhile. */
export async function endEntry(
  list: List,
  entry: Entry,
  how: { readonly to: 'lapsed' | 'released'; readonly now: number; readonly isSettling: boolean },
): Promise<boolean> {
  const { to, now, isSettling } = how
  const requestKey = `${entry._id}:${to}:${entry.step + 1}`
  const after = ended(to, entry)
  const move = { list, before: entry, after, now, requestKey, tells: to, isSettling }
  const mark = await moveEntry(move)
  // After the cut-off the job lets the queue in itself.
  if (mark && isSettling && (await writeEntry(list, mark))) await clearMark(mark)
  if (mark && !isSettling) await carryOut(list, mark)
  return mark !== null
}

/**
 * One pass over the queue. Its guards are marks that freed something: they stay until the pass is
 * over, so that whoever finds them after a crash begins it again.
 */
interface Pass {
  readonly list: List
  readonly how: LettingIn
  readonly guards: Mark[]
  /** Of the book: the list may be kept from before it was extended. */
  readonly cutOffAt: number
}

/** False when something has changed since it was read: it is to be read again. */
async function letInAsRead(pass: Pass, book: BookPage): Promise<boolean> {
  const entries = new Map((await queueOf(book._id)).map((entry) => [entry._id, entry]))
  let queue = [...entries.values()].map(queuedOf)
  let left: Counts = book.left
  for (;;) {
    const { served, recounted } = nextOf(queue, left, { isFinal: pass.how.isSettling })
    if (!served) return recountAll(pass, { recounted, entries })
    const entry = entries.get(served.entryId)
    if (!entry || !(await place(pass, entry))) return false
    queue = queue.filter(({ entryId }) => entryId !== served.entryId)
    left = without(left, served.wanted)
  }
}

async function place(pass: Pass, before: Entry): Promise<boolean> {
  const { now, isSettling } = pass.how
  const { list, cutOffAt } = pass
  const isHeld = before.ifSoldOut === 'hold' && !isSettling
  const after = isHeld
    ? held(before, { now, cutOffAt, shop: await loadShop() })
    : placed({ payment: list.payment, cutOffAt }, before, now)
  return step(pass, before, { after, what: 'placed', tells: isHeld ? 'held' : 'placed' })
}

async function recountAll(
  pass: Pass,
  found: { readonly recounted: readonly Queued[]; readonly entries: ReadonlyMap<string, Entry> },
): Promise<boolean> {
  for (const { entryId, waitsFor } of found.recounted) {
    const before = found.entries.get(entryId)
    if (!before) return false
    const after = queued(before, waitsFor)
    if (!(await step(pass, before, { after, what: 'recounted', tells: null }))) return false
  }
  return true
}

/** One entry of the queue goes on. */
async function step(
  { list, how, guards }: Pass,
  before: Entry,
  { after, what, tells }: { after: Standing; what: string; tells: EntryTidings | null },
): Promise<boolean> {
  const { _id: entryId } = before
  const over = guards.find((mark) => mark.entryId === entryId)?.todo.requestKey
  const requestKey = `${entryId}:${what}:${before.step + 1}`
  const mark = await moveEntry({ list, before, after, requestKey, tells, over, ...how })
  if (!mark) return false
  const isWritten = await writeEntry(list, mark)
  if (isWritten) guards.push(...(await clearPlain([mark])))
  return true
}

/** Clears the marks that freed nothing, and answers the others. */
async function clearPlain(written: readonly Mark[]): Promise<Mark[]> {
  const plain = written.filter(({ todo }) => !todo.frees)
  for (const mark of plain) await clearMark(mark)
  return written.filter(({ todo }) => todo.frees)
}

async function clearAll(marks: readonly Mark[]): Promise<void> {
  for (const mark of marks) await clearMark(mark)
}

/** Brings the documents of all marks up to date; answers those that are. */
async function writeAll(list: List, { todo }: Pick<BookPage, 'todo'>): Promise<Mark[]> {
  const written: Mark[] = []
  for (const [entryId, each] of Object.entries(todo)) {
    const mark = { listId: list._id, entryId, todo: each }
    if (await writeEntry(list, mark)) written.push(mark)
  }
  return written
}

function isAnybodyWaiting({ waiting }: Pick<BookPage, 'waiting'>): boolean {
  return Object.values(waiting).some((count) => count > 0)
}

function queuedOf({ _id: entryId, lines, waitsFor }: Entry): Queued {
  return { entryId, wanted: countsOf(lines), waitsFor }
}

function without(left: Counts, taken: Counts): Counts {
  const entries = Object.entries(left)
  return Object.fromEntries(entries.map(([id, count]) => [id, count - (taken[id] ?? 0)]))
}
