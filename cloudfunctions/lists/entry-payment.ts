/** The money of entries that are paid online: their orders follow what the book says of them. */
import { isOver } from '../../shared/lists/entry-state'
import { withoutFen } from '../../shared/lists/paid-parts'
import { accept, type Outcome } from '../../shared/refusal'
import type { OrderWish } from '../payments/order-document'
import { giveUpOrder, refundOrder } from '../payments/order-in-transaction'
import type { Transaction } from '../runtime/database'
import { payableFenIn } from './entry-wish'
import type { Entry, EntryPayment, EntryTodo, List } from './list-document'

export const thingOf = (entryId: string) => ({ what: 'entry', thingId: entryId }) as const

/** The order of an entry whose place is kept until it is paid. */
export function orderOf(list: List, entryId: string, entry: EntryTodo['entry']): OrderWish {
  return {
    ...thingOf(entryId),
    title: list.title,
    memberId: entry.memberId ?? '',
    amountFen: payableFenIn(list, entry),
    createdAt: entry.joinedAt,
    closesAt: entry.untilAt ?? entry.joinedAt,
  }
}

interface Bringing {
  readonly list: List
  readonly stored: Entry
  readonly toBe: EntryTodo['entry']
  readonly at: number
}

/**
 * What the entry's change does to its money, in the transaction that writes the entry: what ended
 * is given up, and of what became less the difference goes back. Null where there is none to move.
 */
export async function bringPayment(
  tx: Transaction,
  { list, stored, toBe, at }: Bringing,
): Promise<Outcome<EntryPayment | null>> {
  const { payment: was, _id: entryId } = stored
  const wish = { cause: `entry:${toBe.step}`, at }
  if (was.state === 'awaiting' && toBe.payment.state === 'paid') return accept(toBe.payment)
  const hasOrder = was.state === 'awaiting' || (was.state === 'paid' && was.orderId !== null)
  if (!hasOrder) return accept(null)
  if (isOver(toBe.state)) {
    const given = await giveUpOrder(tx, thingOf(entryId), wish)
    if (!given.ok) return given
    const { refundFen } = given.value
    return accept(refundFen > 0 ? { ...was, state: 'refunded', paidFen: 0, parts: [] } : null)
  }
  const lessFen = was.state === 'paid' ? was.paidFen - payableFenIn(list, toBe) : 0
  if (lessFen <= 0) return accept(null)
  const refunded = await refundOrder(tx, thingOf(entryId), { ...wish, amountFen: lessFen })
  const parts = withoutFen(was.parts, lessFen)
  return refunded.ok ? accept({ ...was, paidFen: was.paidFen - lessFen, parts }) : refunded
}
