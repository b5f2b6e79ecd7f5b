import { noticesDue } from '../../shared/points/expiry-notice'
import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { accountsToNotice } from './due-accounts'
import { openBook, post } from './ledger'

const PAGE_ACCOUNTS = 50
const MAX_PAGES = 20

/**
 * Tells members of points that will expire, in the transaction that remembers it. It reads only
 * accounts with a notice due; killed anywhere and run again, it goes on where it was. Answers how
 * many notices it told.
 */
export async function tellNotices(context: JobContext): Promise<number> {
  let told = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await accountsToNotice(context.todayOn, PAGE_ACCOUNTS)
    let done = 0
    for (const { _id } of found) {
      if (!context.hasTimeLeft()) return told
      const outcome = await inTransaction((tx) => tellFor(tx, _id, context))
      if (!outcome.ok) continue
      done += 1
      told += outcome.value
    }
    // What is refused now is found again at once: the next night asks for it anew.
    if (found.length < PAGE_ACCOUNTS || done === 0) break
  }
  return told
}

async function tellFor(tx: Transaction, memberId: string, context: JobContext) {
  const book = await openBook(tx, memberId, context)
  const { due, noticed } = noticesDue(book.account, context.todayOn)
  for (const { expiresOn, daysAhead, points } of due) {
    await tell(tx, {
      ...{ memberId: book.account._id, source: `${expiresOn}:${daysAhead}`, at: context.now },
      ...{ kind: 'pointsExpiring', facts: { points, expiresOn } },
    })
  }
  await post(tx, book, { noticed })
  return accept(due.length)
}
