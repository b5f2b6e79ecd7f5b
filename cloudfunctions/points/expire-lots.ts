import { accept } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { openBook, post } from './ledger'
import { accountsDueBefore } from './repository'

const PAGE_ACCOUNTS = 50
const MAX_PAGES = 20

/**
 * Enters what has expired for members who did not come by themselves. It reads only accounts with
 * an expiry that is past; killed anywhere and run again, it goes on where it was.
 */
export async function expireLots(context: JobContext): Promise<Record<string, number>> {
  let expiredAccounts = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const due = await accountsDueBefore(context.todayOn, PAGE_ACCOUNTS)
    for (const { _id } of due) {
      if (!context.hasTimeLeft()) return { expiredAccounts, unfinished: 1 }
      const outcome = await inTransaction(async (tx) => {
        const book = await openBook(tx, _id, context)
        if (book.entries.length > 0) await post(tx, book)
        return accept(null)
      })
      if (outcome !== 'duplicate' && outcome.ok) expiredAccounts += 1
    }
    if (due.length < PAGE_ACCOUNTS) break
  }
  return { expiredAccounts, unfinished: 0 }
}
