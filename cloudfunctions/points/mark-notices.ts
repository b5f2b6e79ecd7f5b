import { type DueNotice, noticesDue } from '../../shared/points/expiry-notice'
import { accept } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { accountsToNotice, type ExpiryNoticeDocument } from './due-accounts'
import { openBook, post } from './ledger'

const PAGE_ACCOUNTS = 50
const MAX_PAGES = 20

/**
 * Marks who is to be told of points that will expire: one document a notice, for the messages to
 * take up. Nothing is sent here. It reads only accounts with a notice due; killed anywhere and run
 * again, it goes on where it was. Answers how many notices it marked.
 */
export async function markNotices(context: JobContext): Promise<number> {
  let marked = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await accountsToNotice(context.todayOn, PAGE_ACCOUNTS)
    let done = 0
    for (const { _id } of found) {
      if (!context.hasTimeLeft()) return marked
      const outcome = await inTransaction((tx) => markFor(tx, _id, context))
      if (!outcome.ok) continue
      done += 1
      marked += outcome.value
    }
    // What is refused now is found again at once: the next night asks for it anew.
    if (found.length < PAGE_ACCOUNTS || done === 0) break
  }
  return marked
}

async function markFor(tx: Transaction, memberId: string, context: JobContext) {
  const book = await openBook(tx, memberId, context)
  const { due, noticed } = noticesDue(book.account, context.todayOn)
  for (const notice of due) await tx.put('expiry_notices', documentOf(memberId, notice, context))
  await post(tx, book, { noticed })
  return accept(due.length)
}

function documentOf(
  memberId: string,
  { expiresOn, daysAhead, points }: DueNotice,
  { todayOn }: JobContext,
): ExpiryNoticeDocument & { _id: string } {
  const _id = `${memberId}:${expiresOn}:${daysAhead}`
  return { _id, memberId, expiresOn, daysAhead, points, markedOn: todayOn, toldAt: null }
}
