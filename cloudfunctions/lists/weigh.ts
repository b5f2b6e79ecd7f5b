import type { OutputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { collectedCountOf } from '../../shared/lists/collect'
import { isSettled, payableFenOf, unitsOf } from '../../shared/lists/payable'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { companyFor } from '../purchases/companions-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { writeEntry } from './bring-entry'
import { entryAtDesk } from './entry-at-desk'
import type { Entry } from './list-document'
import { backFactsOf } from './pickup-document'
import { type EntryOf, type Settling, settleIn } from './settle-entry'

type Answer = OutputOf<typeof listArrival.weigh>

/** Twice or half of what was ordered is another bag, not another weight. */
const MAX_TIMES = 2

/**
 * What a line really weighs. Once all of an entry is known, what was paid before is settled by it:
 * the difference goes back, or is taken at the pick-up. Refuses ENTRY_GONE, LIST_FOREIGN,
 * LIST_NOT_ARRIVED, ENTRY_WEIGHT for what cannot be, ENTRY_COLLECTED and ENTRY_BOOKED afterwards,
 * INPUT_INVALID for goods that are not sold by weight.
 */
export const weigh: UseCase<typeof listArrival.weigh> = (input, context) =>
  recorded<Answer>(context, { meaning: input }, async ({ record }) => {
    const found = await entryAtDesk(input.entryId, context)
    if (!found.ok) return found
    const company = await companyFor('list', context.shop)
    return inTransaction(async (tx) => {
      const outcome = await weighIn(tx, { ...found.value, ...input }, { company, context })
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })

type Wish = EntryOf & { readonly itemId: string; readonly grams: number }

async function weighIn(
  tx: Transaction,
  { entry: seen, list, itemId, grams }: Wish,
  settling: Settling & { readonly context: StaffContext },
): Promise<Outcome<Answer>> {
  const entry = await tx.get<Entry>('list_entries', seen._id)
  if (!entry) return refuse('ENTRY_GONE')
  const unitOf = unitsOf(list.items)
  const line = entry.lines.find((each) => each.itemId === itemId)
  if (!line || unitOf(itemId) !== 'jin') return refuse('INPUT_INVALID', { field: 'itemId' })
  if (line.gotCount === null || line.gotCount === 0) return refuse('LIST_NOT_ARRIVED', { itemId })
  if (collectedCountOf(line) > 0) return refuse('ENTRY_COLLECTED', { itemId })
  const isBooked = entry.payment.state === 'paid' && isSettled(entry.lines, unitOf)
  if (isBooked) return refuse('ENTRY_BOOKED')
  const { gotCount } = line
  if (grams > gotCount * MAX_TIMES || grams * MAX_TIMES < gotCount) {
    return refuse('ENTRY_WEIGHT', { itemId })
  }
  const lines = entry.lines.map((each) =>
    each.itemId === itemId ? { ...each, weighedGrams: grams } : each,
  )
  const settled = await settleIn(tx, { entry: { ...entry, lines }, list }, settling)
  if (!settled.ok) return settled
  const { entry: after, ...back } = settled.value
  await writeEntry(tx, after)
  if (back.backFen > 0 && after.memberId !== null) {
    const whom = { memberId: after.memberId, source: after._id, at: settling.context.now }
    const facts = backFactsOf(list, back)
    await tell(tx, { ...whom, kind: 'listSettledBack', facts })
  }
  return accept({ entryId: entry._id, payableFen: payableFenOf(lines, unitOf) })
}
