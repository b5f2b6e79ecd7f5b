/**
 * After the cut-off: the book is locked, what it has decided is carried out, the queue is let in
 * while stock lasts, and the threshold decides. Each step finds what is done already, so it may be
 * killed anywhere and run again; whoever wrote last before the lock is in, nobody after it.
 */
import type { ListState } from '../../shared/lists/list'
import { isReached, portionsIn } from '../../shared/lists/threshold'
import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { JobContext } from '../runtime/context'
import { changeIf, command, countWhere, inTransaction } from '../runtime/database'
import { EXTENDED_BY_MS } from './change-list'
import { orderedCountsOf } from './entry-sums'
import type { List } from './list-document'
import { letPaidIn } from './pay-entry'
import { carryOutMarks, endEntries, letIn } from './queue'
import { repeatList } from './repeat-list'
import { readList } from './repository'

/** A running list past its cut-off, or one that a job before was at; true when it is settled. */
export async function settleList(listId: string, context: JobContext): Promise<boolean> {
  const { now } = context
  const isOver = { _id: listId, state: 'running', cutOffAt: command.lte(now) }
  await changeIf('lists', isOver, { state: 'settling' })
  const list = await readList(listId)
  if (list?.state !== 'settling') return false
  // It was extended, and the job died before it was open again.
  if (list.cutOffAt > now) return reopened(list, now)
  await changeIf('list_books', { _id: listId }, { isOpen: false })
  await carryOutMarks(listId)
  // Who paid in time is in, whether or not the news of it has come.
  await letPaidIn(list, now)
  const settling = { now, isSettling: true }
  await letIn(listId, settling)
  if (list.threshold?.below === 'extend' && !list.isExtended && !(await isEnough(list))) {
    return extended(list, now)
  }
  await endEntries(listId, { from: ['held', 'awaiting'], to: 'lapsed', now })
  await letIn(listId, settling)
  await endEntries(listId, { from: ['waiting'], to: 'lapsed', now })
  const isFailed = list.threshold?.below !== 'deliver' && !(await isEnough(list))
  // Those that a job before released have joined too: it may have died after that.
  const stood = command.in(['joined', 'released'])
  const entryCount = await countWhere('list_entries', { listId, state: stood })
  if (isFailed) await endEntries(listId, { from: ['joined'], to: 'released', now })
  await repeatList(list, context)
  const state = isFailed ? 'failed' : entryCount > 0 ? 'ordered' : 'closed'
  return ended(list, { state, entryCount }, now)
}

/** Counts 份 of the entries that stand: neither held nor waiting ones. */
async function isEnough({ _id: listId, threshold, items }: List): Promise<boolean> {
  if (threshold === null) return true
  const ordered = await orderedCountsOf(listId, ['joined'])
  return isReached(threshold, portionsIn(items, ordered))
}

/** Once, by 24 hours; entries and queue stay as they are. */
async function extended(list: List, now: number): Promise<boolean> {
  const { _id, cutOffAt } = list
  const later = cutOffAt + EXTENDED_BY_MS
  // A job that comes a day late gives the day all the same.
  const change = { isExtended: true, cutOffAt: later > now ? later : now + EXTENDED_BY_MS }
  await changeIf('lists', { _id, state: 'settling', isExtended: false }, change)
  const changed = await readList(_id)
  return changed?.state === 'settling' ? reopened(changed, now) : false
}

async function reopened({ _id, cutOffAt }: List, now: number): Promise<boolean> {
  await changeIf('list_books', { _id }, { isOpen: true, cutOffAt })
  const entryCount = await countWhere('list_entries', { listId: _id, state: 'joined' })
  const outcome = await inTransaction<boolean>(async (tx, at) => {
    const list = await readList(_id, tx)
    if (list?.state !== 'settling' || list.cutOffAt !== cutOffAt) return accept(false)
    await tx.put('lists', { ...list, state: 'running', dueAt: cutOffAt } satisfies List)
    const facts = { listId: _id, title: list.title, outcome: 'extended', entryCount } as const
    const source = `${_id}:${cutOffAt}`
    await tell(tx, { kind: 'listSettled', facts, memberId: list.ownerId, source, at })
    return accept(true)
  })
  return outcome.ok && outcome.value && cutOffAt > now
}

interface Ending {
  readonly state: Extract<ListState, 'ordered' | 'failed' | 'closed'>
  readonly entryCount: number
}

/** Its owner is told in the transaction that says so; the repeat goes on with next week's list. */
async function ended({ _id }: List, { state, entryCount }: Ending, now: number): Promise<boolean> {
  const outcome = await inTransaction<boolean>(async (tx, at) => {
    const list = await readList(_id, tx)
    if (list?.state !== 'settling') return accept(false)
    const settled = { state, orderedAt: now, dueAt: 0, repeatsWeekly: false } as const
    await tx.put('lists', { ...list, ...settled } satisfies List)
    const facts = { listId: _id, title: list.title, outcome: state, entryCount }
    const source = `${_id}:settled`
    await tell(tx, { kind: 'listSettled', facts, memberId: list.ownerId, source, at })
    return accept(true)
  })
  return outcome.ok && outcome.value
}
