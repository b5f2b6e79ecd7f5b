/** What the clock does with entries: held places run out, and what a crash left is carried out. */
import type { Chore, Counts } from '../runtime/chores'
import { forgetMarkedAt } from './book-moves'
import { bookPage, listToJoin, markedBooks, overdueHolds } from './entry-repository'
import { openEntry } from './open-entry'
import { carryOutMarks, endEntry, letIn } from './queue'

const PAGE_DOCUMENTS = 50

/** Places that nobody took up in time go to who is next. */
export const lapseHolds: Chore = {
  name: 'holds',
  every: 'tick',
  isDue: async ({ now }) => (await overdueHolds(now, 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    let lapsed = 0
    for (const { _id } of await overdueHolds(now, PAGE_DOCUMENTS)) {
      if (!hasTimeLeft()) return unfinished({ lapsed })
      const opened = await openEntry(_id)
      if (!opened.ok || opened.value.entry.state !== 'held') continue
      const { list, entry } = opened.value
      if (await endEntry(list, entry, { to: 'lapsed', now, isSettling: false })) lapsed += 1
    }
    return { lapsed }
  },
}

/** Marks that nobody can be alive to carry out. Only books with an old one are read. */
export const sweepMarks: Chore = {
  name: 'marks',
  every: 'tick',
  isDue: async ({ now }) => (await markedBooks(now, 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    let swept = 0
    for (const { _id: listId } of await markedBooks(now, PAGE_DOCUMENTS)) {
      if (!hasTimeLeft()) return unfinished({ swept })
      await carryOutMarks(listId)
      if (await listToJoin(listId)) await letIn(listId, { now, isSettling: false })
      const book = await bookPage(listId)
      if (book?.markedAt !== undefined) {
        await forgetMarkedAt(listId, { markedAt: book.markedAt, todo: book.todo })
      }
      swept += 1
    }
    return { swept }
  },
}

function unfinished(counts: Counts): Counts {
  return { ...counts, unfinished: 1 }
}
