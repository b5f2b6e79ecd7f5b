import { accept } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { accountsDueBefore, accountsToRelease } from './due-accounts'
import { openBook, post } from './ledger'

const PAGE_ACCOUNTS = 50
const MAX_PAGES = 20

/**
 * Enters what was released and what has expired for members who did not come by themselves. It
 * reads only accounts with a date that is past; killed anywhere and run again, it goes on where
 * it was.
 */
export async function enterDue(context: JobContext): Promise<Record<string, number>> {
  const releasedAccounts = await enterFor(accountsToRelease, context)
  const expiredAccounts = await enterFor(accountsDueBefore, context)
  return { releasedAccounts, expiredAccounts, unfinished: context.hasTimeLeft() ? 0 : 1 }
}

async function enterFor(find: typeof accountsToRelease, context: JobContext): Promise<number> {
  let entered = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const before = entered
    const due = await find(context.todayOn, PAGE_ACCOUNTS)
    for (const { _id } of due) {
      if (!context.hasTimeLeft()) return entered
      const outcome = await inTransaction(async (tx) => {
        const book = await openBook(tx, _id, context)
        if (book.entries.length > 0) await post(tx, book)
        return accept(null)
      })
      if (outcome.ok) entered += 1
    }
    // What is refused, e.g. an unsound account, is found again at once: it waits for its repair.
    if (due.length < PAGE_ACCOUNTS || entered === before) break
  }
  return entered
}
