import type { OutputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { isShared, isUnweighed, unitsOf } from '../../shared/lists/payable'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { companyFor } from '../purchases/companions-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recordedUnderLease } from '../runtime/once'
import { writeEntry } from './bring-entry'
import { entryAtDesk } from './entry-at-desk'
import type { Entry } from './list-document'
import { type EntryOf, payIn, type Settling } from './settle-entry'

type Answer = OutputOf<typeof listArrival.markPaid>

/**
 * 记收款: who says so took the money of these entries, or gave back in person what was theirs. What
 * is done is done: asked again, it is the same. Booked as purchases at once where the goods are
 * here, else when they come. Refuses before anything is written: ENTRY_GONE, LIST_FOREIGN,
 * SELF_SERVICE, LIST_NOT_ORDERED, LIST_UNWEIGHED, ENTRY_NOT_PAYABLE.
 */
export const markPaid: UseCase<typeof listArrival.markPaid> = (input, context) => {
  const entryIds = [...new Set(input.entryIds)].sort()
  const lease = `lists.markPaid:${context.memberId}`
  const meaning = { entryIds: entryIds.join() }
  return recordedUnderLease<Answer>(context, { lease, meaning }, async () => {
    const some: EntryOf[] = []
    for (const entryId of entryIds) {
      const found = await entryAtDesk(entryId, context)
      if (!found.ok) return found
      const admitted = admitPaying(found.value)
      if (!admitted.ok) return admitted
      some.push(found.value)
    }
    const company = await companyFor('list', context.shop)
    return payEach(some, { company, context })
  })
}

async function payEach(
  some: readonly EntryOf[],
  settling: Settling & { readonly context: StaffContext },
): Promise<Outcome<Answer>> {
  const entries: Answer['entries'] = []
  for (const one of some) {
    const paid = await inTransaction((tx) => payOne(tx, one, settling))
    if (!paid.ok) return paid
    const { _id: entryId, entryNo, payment } = paid.value
    entries.push({ entryId, entryNo, paidFen: payment.paidFen })
  }
  return accept({ entries })
}

async function payOne(
  tx: Transaction,
  { entry: seen, list }: EntryOf,
  settling: Settling & { readonly context: StaffContext },
): Promise<Outcome<Entry>> {
  const entry = await tx.get<Entry>('list_entries', seen._id)
  if (!entry) return refuse('ENTRY_GONE')
  const admitted = admitPaying({ entry, list })
  if (!admitted.ok) return admitted
  if (entry.payment.state !== 'owed') return givenBack(tx, entry)
  const settledBy = settling.context.memberId
  const paid = await payIn(tx, [{ entry, list }], { ...settling, settledBy })
  if (!paid.ok) return paid
  const [one] = paid.value
  if (!one) return refuse('ENTRY_GONE')
  await writeEntry(tx, one.entry)
  return accept(one.entry)
}

/** What she was to get back in person she has. */
async function givenBack(tx: Transaction, entry: Entry): Promise<Outcome<Entry>> {
  const { payment } = entry
  if (payment.returnFen === 0) return accept(entry)
  const state = payment.state === 'toReturn' ? 'refunded' : payment.state
  const given = { ...entry, payment: { ...payment, state, returnFen: 0 } } as const
  await writeEntry(tx, given)
  return accept(given)
}

const afterCutOff = ['ordered', 'arrived', 'closed']

/** Before the cut-off it may still change, and unweighed goods have no price yet. */
function admitPaying({ entry, list }: EntryOf): Outcome<null> {
  const { state, returnFen } = entry.payment
  if (!afterCutOff.includes(list.state)) return refuse('LIST_NOT_ORDERED')
  if (returnFen > 0 && state !== 'owed') return accept(null)
  if (entry.state !== 'joined' || (state !== 'owed' && state !== 'paid')) {
    return refuse('ENTRY_NOT_PAYABLE', { entryNo: entry.entryNo })
  }
  const unitOf = unitsOf(list.items)
  const isOpen = isShared(entry.lines) && entry.lines.some((line) => isUnweighed(line, unitOf))
  return isOpen ? refuse('LIST_UNWEIGHED', { entryNo: entry.entryNo }) : accept(null)
}
