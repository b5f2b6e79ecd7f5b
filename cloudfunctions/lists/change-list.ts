/** What an owner decides of a list that was published: its cut-off, its end, its repeats. */
import type { OutputOf } from '../../shared/contract/endpoint'
import type { listPlanning } from '../../shared/contract/list-planning'
import { shownStateAt } from '../../shared/lists/list-state'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { bringBook } from './keep-book'
import type { List } from './list-document'
import { listAtDesk, readBook } from './repository'

type Withdrawn = OutputOf<typeof listPlanning.withdraw>
type CutOff = OutputOf<typeof listPlanning.close>

export const EXTENDED_BY_MS = 24 * 3_600_000

/**
 * Its cut-off is now, and the job settles it within a minute; one that is over already stays as it
 * is. Refuses LIST_GONE, LIST_FOREIGN, and LIST_NOT_OPEN before it is published.
 */
export const closeList: UseCase<typeof listPlanning.close> = ({ listId }, context) =>
  movedCutOff(listId, context, (list, now) => {
    if (list.publishedAt === null) return refuse('LIST_NOT_OPEN')
    const isOver = list.state !== 'running' || list.cutOffAt <= now
    return accept(isOver ? list : { ...list, cutOffAt: now })
  })

/** Refuses LIST_GONE, LIST_FOREIGN, LIST_NOT_OPEN, LIST_CLOSED and LIST_EXTENDED. */
export const extendList: UseCase<typeof listPlanning.extend> = ({ listId }, context) =>
  movedCutOff(listId, context, (list, now) => {
    if (list.publishedAt === null) return refuse('LIST_NOT_OPEN')
    if (list.state !== 'running' || list.cutOffAt <= now) return refuse('LIST_CLOSED')
    if (list.isExtended) return refuse('LIST_EXTENDED')
    return accept({ ...list, isExtended: true, cutOffAt: list.cutOffAt + EXTENDED_BY_MS })
  })

/**
 * A draft goes away; a list that nobody has joined is taken back, and opens no more next week.
 * Refuses LIST_GONE, LIST_FOREIGN, LIST_CLOSED past its cut-off, and LIST_HAS_ENTRIES.
 */
export const withdrawList: UseCase<typeof listPlanning.withdraw> = async ({ listId }, context) => {
  const known = await listAtDesk(listId, context)
  if (!known.ok) return known
  const book = await readBook(listId)
  const hasEntries = book !== null && book.order.length > 0
  const outcome = await changed<Withdrawn>(listId, context, {
    decide: (list, now) => {
      if (list.state === 'withdrawn') return accept(list)
      const state = shownStateAt(list, now)
      const withdrawn = { ...list, state: 'withdrawn', repeatsWeekly: false } as const
      if (state === 'draft' || state === 'waiting') return accept({ ...withdrawn, dueAt: 0 })
      if (state !== 'coming' && state !== 'running') return refuse('LIST_CLOSED')
      return hasEntries ? refuse('LIST_HAS_ENTRIES') : accept({ ...withdrawn, dueAt: now })
    },
    answer: (list, now) => ({ listId, state: shownStateAt(list, now) }),
  })
  if (!outcome.ok) return outcome
  // Somebody may have joined in between; whoever asks again hears the same.
  const list = await bringBook(listId)
  return list?.state === 'withdrawn' ? outcome : refuse('LIST_HAS_ENTRIES')
}

/** Refuses LIST_GONE, LIST_FOREIGN, and LIST_CLOSED for one whose next week stands already. */
export const endRepeat: UseCase<typeof listPlanning.endRepeat> = ({ listId }, context) =>
  changed(listId, context, {
    decide: (list) => {
      const isAhead = ['draft', 'waiting', 'running', 'withdrawn'].includes(list.state)
      return isAhead ? accept({ ...list, repeatsWeekly: false }) : refuse('LIST_CLOSED')
    },
    answer: () => ({ listId }),
  })

async function movedCutOff(
  listId: string,
  context: StaffContext,
  move: (list: List, now: number) => Outcome<List>,
): Promise<Outcome<CutOff>> {
  const outcome = await changed<CutOff>(listId, context, {
    decide: (list, now) => {
      const moved = move(list, now)
      if (!moved.ok || moved.value.cutOffAt === list.cutOffAt) return moved
      // Due at once: the job brings the book to it where this request dies.
      return accept({ ...moved.value, dueAt: now })
    },
    answer: ({ cutOffAt }) => ({ listId, cutOffAt }),
  })
  if (outcome.ok) await bringBook(listId)
  return outcome
}

interface Change<T> {
  readonly decide: (list: List, now: number) => Outcome<List>
  readonly answer: (list: List, now: number) => T
}

/** Changes a list of the caller's desk as it stands at the instant of the attempt. */
function changed<T>(
  listId: string,
  context: StaffContext,
  { decide, answer }: Change<T>,
): Promise<Outcome<T>> {
  return recorded<T>(context, { meaning: { listId } }, ({ record }) =>
    inTransaction<T>(async (tx, at) => {
      const list = await listAtDesk(listId, context, tx)
      if (!list.ok) return list
      const decided = decide(list.value, at)
      if (!decided.ok) return decided
      if (decided.value !== list.value) await tx.put('lists', decided.value)
      const told = answer(decided.value, at)
      await record(tx, told)
      return accept(told)
    }),
  )
}
