/**
 * The book follows its list: what an owner decides stands in the list's document first, with a due
 * instant, and whoever decided, or the job within a minute, brings the book to it.
 */
import { changeIf, command } from '../runtime/database'
import type { List } from './list-document'
import { readList } from './repository'

/** As often as others may decide meanwhile; what is left then the job does. */
const MAX_ROUNDS = 5

/** Answers the list as it stands then. */
export async function bringBook(listId: string): Promise<List | null> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const list = await readList(listId)
    if (!list || (await isBrought(list))) return list
  }
  return readList(listId)
}

async function isBrought(list: List): Promise<boolean> {
  const { _id, state, cutOffAt } = list
  if (state === 'withdrawn') return isWithdrawn(list)
  if (state !== 'running') return true
  await changeIf('list_books', { _id, isOpen: true }, { cutOffAt })
  return changeIf('lists', { _id, state, cutOffAt }, { dueAt: cutOffAt })
}

/** Somebody may have joined before the book was shut: then it goes on as if nothing was said. */
async function isWithdrawn({ _id, dueAt, publishedAt, cutOffAt }: List): Promise<boolean> {
  if (publishedAt === null || dueAt === 0) return true
  const nobody = { _id, 'order.0': command.exists(false) }
  const isShut = await changeIf('list_books', nobody, { isOpen: false })
  const decided = isShut ? { dueAt: 0 } : { state: 'running', dueAt: cutOffAt }
  return changeIf('lists', { _id, state: 'withdrawn', dueAt }, decided)
}
