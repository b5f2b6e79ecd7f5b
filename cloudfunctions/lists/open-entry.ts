/** An entry that a person changes: hers or at the desk, with its book, and once a request. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Context, MemberContext, StaffContext } from '../runtime/context'
import { type Fields, pause } from '../runtime/database'
import { type Meaning, recordedWhenDone } from '../runtime/once'
import { moveEntry } from './book-moves'
import { type BookPage, bookPage, listToJoin, readEntry } from './entry-repository'
import type { Entry, EntryChange, EntryDocument, EntryTidings, List } from './list-document'
import { carryOut } from './queue'
import { admitLookingAfter } from './rights'

const MOST_TRIES = 12

/** An entry with which nothing is under way, and its book as it was read after it. */
export interface OpenEntry {
  readonly list: List
  readonly entry: Entry
  readonly book: BookPage
}

/** What becomes of it. */
export interface Decision {
  readonly after: Partial<Omit<EntryDocument, 'entryNo' | 'step' | 'changes'>>
  readonly tells?: EntryTidings | null
  /** What the book must still say, beside there being enough. */
  readonly only?: Fields
}

export interface Change {
  readonly entryId: string
  readonly what: EntryChange['what']
  readonly meaning: Meaning
  /** Whose it must be. */
  readonly admit: (open: OpenEntry) => Outcome<null>
  readonly decide: (open: OpenEntry) => Promise<Outcome<Decision>> | Outcome<Decision>
}

/**
 * Changes an entry while its list is open, once for each request. Refuses ENTRY_GONE, LIST_GONE,
 * LIST_NOT_OPEN, LIST_CLOSED, what it is asked to refuse, REQUEST_REUSED and BUSY.
 */
export function changeOpenEntry<T>(
  { entryId, what, meaning, admit, decide }: Change,
  context: Context,
  answerOf: (open: Pick<OpenEntry, 'list' | 'entry'>) => T,
): Promise<Outcome<T>> {
  const { requestKey, now, memberId: by } = context
  return recordedWhenDone<T>(context, { ...meaning, entryId, what }, async (requestHash) => {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const opened = await openEntry(entryId)
      if (!opened.ok) return opened
      const open = opened.value
      const { list, entry } = open
      const admitted = admit(open)
      if (!admitted.ok) return admitted
      // An earlier call of this request died before it could record its answer.
      const done = entry.changes.find((change) => change.requestKey === requestKey)
      if (done?.requestHash === requestHash) return accept(answerOf(open))
      if (done) return refuse('REQUEST_REUSED')
      const isInTime = admitTime(open.book, now)
      if (!isInTime.ok) return isInTime
      const decided = await decide(open)
      if (!decided.ok) return decided
      const { after, ...more } = decided.value
      const lines = entry.lines.map(({ itemId, count, ifShort }) => ({ itemId, count, ifShort }))
      const change: EntryChange = { at: now, by, what, lines, requestKey, requestHash }
      const changed = { ...after, changes: [...entry.changes, change] }
      const move = { list, before: entry, after: changed, now, requestKey, ...more }
      const mark = await moveEntry(move)
      if (mark) {
        await carryOut(list, mark)
        const moved = { ...entry, ...mark.todo.entry }
        // Who waits on may have been let in by what she gave up herself.
        const mayBeIn = mark.todo.frees && moved.state === 'waiting'
        const stored = mayBeIn ? await readEntry(entryId) : null
        return accept(answerOf({ list, entry: stored ?? moved }))
      }
      await pause(attempt)
    }
    return refuse('BUSY')
  })
}

/** Carries out what is under way with it first. Refuses ENTRY_GONE, LIST_GONE, BUSY. */
export async function openEntry(entryId: string): Promise<Outcome<OpenEntry>> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const entry = await readEntry(entryId)
    if (!entry) return refuse('ENTRY_GONE')
    const list = await listToJoin(entry.listId)
    const book = list && (await bookPage(entry.listId, { entryId }))
    if (!list || !book) return refuse('LIST_GONE')
    const todo = book.todo[entryId]
    if (todo) await carryOut(list, { listId: list._id, entryId, todo }, entry.entryNo)
    else if ((book.steps?.[entryId] ?? 0) === entry.step) return accept({ list, entry, book })
    await pause(attempt)
  }
  return refuse('BUSY')
}

/** The cut-off is the server's, whether or not the job has been there yet. */
export function admitTime(book: BookPage, now: number): Outcome<null> {
  if (now < book.opensAt) return refuse('LIST_NOT_OPEN', { opensAt: book.opensAt })
  return book.isOpen && now < book.cutOffAt ? accept(null) : refuse('LIST_CLOSED')
}

/** Hers, or of a membership that was merged into hers. Refuses ENTRY_FOREIGN. */
export function admitOwn({ memberId, member }: Pick<MemberContext, 'memberId' | 'member'>) {
  return ({ entry }: Pick<OpenEntry, 'entry'>): Outcome<null> => {
    const ids = [memberId, ...(member.tookIn ?? [])]
    const isHers = entry.memberId !== null && ids.includes(entry.memberId)
    return isHers ? accept(null) : refuse('ENTRY_FOREIGN')
  }
}

/** Of a list that the caller looks after. Refuses LIST_FOREIGN. */
export function admitAtDesk(context: Pick<StaffContext, 'staff' | 'memberId'>) {
  return ({ list }: Pick<OpenEntry, 'list'>): Outcome<null> => admitLookingAfter(list, context)
}
