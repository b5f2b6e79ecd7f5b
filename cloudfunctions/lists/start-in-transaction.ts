import type { Transaction } from '../runtime/database'
import type { List } from './list-document'
import { newBookOf } from './new-book'
import { textStateOf } from './review'

const TOO_LATE = '审核通过时截止时间已过，请改时间后再发布'

/**
 * Writes a list that was published: it runs once its texts, pictures and goods are approved, and
 * waits before. What was refused goes back to its desk, and so does what was approved too late.
 */
export async function putPublished(tx: Transaction, list: List, now: number): Promise<List> {
  const put = async (part: Partial<List>) => {
    const changed: List = { ...list, textState: textStateOf(list.review), ...part }
    await tx.put('lists', changed)
    return changed
  }
  const states = [textStateOf(list.review), list.goodsState]
  if (states.includes('rejected')) return put({ state: 'draft', dueAt: 0 })
  if (states.includes('held')) return put({ state: 'waiting', dueAt: dueOf(list, now) })
  if (list.cutOffAt <= now) return put({ state: 'draft', dueAt: 0, returnReason: TOO_LATE })
  await tx.insert('list_books', newBookOf(list, now))
  const running = { state: 'running', publishedAt: now, dueAt: list.cutOffAt } as const
  return put({ ...running, returnReason: null })
}

/** The job looks after pictures that WeChat still looks at; persons decide by themselves. */
function dueOf({ review }: List, now: number): number {
  return review.pictures?.state === 'held' && review.pictures.heldId === null ? now : 0
}
