import type { PackAnswer } from '../../shared/contract/gifts'
import type { tasks } from '../../shared/contract/tasks'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import {
  isTaskOffered,
  type TaskRow,
  taskGift,
  taskKeyOf,
  taskOccasionOf,
  taskStateOf,
} from '../../shared/tasks/task'
import { loadTemplates } from '../coupons/templates'
import { readGrant } from '../gifts/grant-document'
import { grant } from '../gifts/grant-in-transaction'
import { openBook, post } from '../points/ledger'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { readTaskFacts } from './task-facts'

/**
 * Gives the reward of a task that is done, once for each time: the grant's key is nature's, so a
 * second claim by any request answers the first. Refuses TASK_NOT_FOUND where the shop does not
 * offer it, TASK_OPEN while something of it is missing, and what `grant` refuses.
 */
export const claimTask: UseCase<typeof tasks.claim> = ({ taskId }, context) => {
  const { member, shop, todayOn } = context
  const key = taskKeyOf(taskId, member._id, todayOn)
  const asked = { meaning: { key }, find: () => readGrant(key) }
  return recorded<PackAnswer>(context, asked, async ({ hash }) => {
    const facts = await readTaskFacts(context)
    const row = shop.tasks.rows.find((each) => each.taskId === taskId)
    if (!row || !isTaskOffered(row, facts)) return refuse('TASK_NOT_FOUND', { field: 'taskId' })
    const isDone = taskStateOf(taskId, { facts, grants: [], todayOn }) === 'claimable'
    if (!isDone) return refuse('TASK_OPEN', { field: 'taskId' })
    return bookReward(row, { key, hash, context })
  })
}

async function bookReward(
  row: TaskRow,
  { key, hash, context }: { key: string; hash: string; context: MemberContext },
): Promise<Outcome<PackAnswer>> {
  const { member, shop, todayOn } = context
  const templates = row.templateIds.length > 0 ? await loadTemplates() : new Map()
  const rule = taskGift(row, shop.tasks.version)
  const occasion = taskOccasionOf(row.taskId, todayOn)
  return inTransaction<PackAnswer>(async (tx) => {
    const book = await openBook(tx, member._id, context)
    if (book.account._id !== member._id) return refuse('MEMBERSHIP_MERGED')
    const given = await grant(tx, book, {
      ...{ rule, key, occasion, state: 'claimed', templates, shop, requestHash: hash },
    })
    if (!given.ok) return given
    await post(tx, given.value.book, given.value.counted)
    return accept(given.value.answer)
  })
}
