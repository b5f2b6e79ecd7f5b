/** What was paid for the entries of a list, and given back: the books decide where they know. */
import type { CollectedEntry } from '../../shared/lists/commission'
import { refundedFensOf } from '../purchases/repository'
import { command, findWhere } from '../runtime/database'
import type { Entry, EntryDocument } from './list-document'

const PAGE_ENTRIES = 500
const MAX_PAGES = 40

/** With the entry that it is of. */
export interface CollectedRow extends CollectedEntry {
  readonly entryNo: number
  readonly name: string
}

/** Every entry that money was taken for, by number. */
export async function collectedOf(listId: string): Promise<readonly CollectedRow[]> {
  const collected: CollectedRow[] = []
  for (let page = 0, after = 0; page < MAX_PAGES; page += 1) {
    const filter = { listId, entryNo: command.gt(after) }
    const order = { orderBy: ['entryNo', 'asc'], limit: PAGE_ENTRIES } as const
    const some = await findWhere<EntryDocument>('list_entries', filter, order)
    const paid = some.filter(({ payment }) => payment.paidFen > 0)
    const purchaseIds = paid.flatMap(({ payment }) => payment.purchaseId ?? [])
    const refunded = await refundedFensOf(purchaseIds)
    collected.push(...paid.map((entry) => collectedEntryOf(entry, refunded)))
    after = some.at(-1)?.entryNo ?? after
    if (some.length < PAGE_ENTRIES) break
  }
  return collected
}

/** A refund at the till is one of the purchase; who has none in the books is refunded here. */
function collectedEntryOf(
  { entryNo, name, payment, lines }: Entry,
  refunded: ReadonlyMap<string, number>,
): CollectedRow {
  const { paidFen, parts, purchaseId } = payment
  const own = lines.reduce((sum, { refundedFen }) => sum + refundedFen, 0)
  const refundedFen = purchaseId === null ? own : (refunded.get(purchaseId) ?? own)
  return { entryNo, name, paidFen, refundedFen, parts }
}
