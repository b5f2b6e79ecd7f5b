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
    const brought = list && (await broughtTo(list))
    if (!list || brought) return brought
  }
  return readList(listId)
}

/** Null when somebody has decided otherwise meanwhile. */
async function broughtTo(list: List): Promise<List | null> {
  const { _id, state, cutOffAt, dueAt } = list
  if (state === 'withdrawn') return dueAt === 0 ? list : withdrawn(list)
  if (state !== 'running') return list
  await changeIf('list_books', { _id, isOpen: true }, { cutOffAt })
  const isSame = await changeIf('lists', { _id, state, cutOffAt }, { dueAt: cutOffAt })
  return isSame ? { ...list, dueAt: cutOffAt } : null
}

/** Somebody may have joined before the book was shut: then it goes on as if nothing was said. */
async function withdrawn(list: List): Promise<List | null> {
  const { _id, dueAt, cutOffAt } = list
  const nobody = { _id, 'order.0': command.exists(false) }
  const isShut = await changeIf('list_books', nobody, { isOpen: false })
  const decided = isShut ? { dueAt: 0 } : ({ state: 'running', dueAt: cutOffAt } as const)
  const isSame = await changeIf('lists', { _id, state: 'withdrawn', dueAt }, decided)
  return isSame ? { ...list, ...decided } : null
}
