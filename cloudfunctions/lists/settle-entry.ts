/**
 * The money of an entry once its amount is final, and once it is paid: what was paid before is kept
 * and booked, or goes back; what is owed is taken and booked. Always in the transaction that writes
 * the entry.
 */
import { withoutFen } from '../../shared/lists/paid-parts'
import {
  dueFenOf,
  isSettled,
  lineAmountFen,
  payableFenOf,
  settle,
  type UnitOf,
  unitsOf,
} from '../../shared/lists/payable'
import { accept, type Outcome } from '../../shared/refusal'
import type { Company } from '../purchases/companions-in-transaction'
import {
  bookListSales,
  type ListSale,
  purchaseIdOf,
} from '../purchases/list-purchase-in-transaction'
import type { Context } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { giveBack } from './give-back'
import type { Entry, List } from './list-document'

export interface Settling {
  readonly company: Company
  readonly context: Pick<Context, 'shop' | 'todayOn' | 'now'>
}

export interface EntryOf {
  readonly entry: Entry
  readonly list: List
}

export interface Settled {
  readonly entry: Entry
  /** What goes back to her, and what of it by WeChat. */
  readonly backFen: number
  readonly onlineFen: number
}

/** Settles what was paid before, as soon as its amount is final; until then nothing moves. */
export async function settleIn(
  tx: Transaction,
  { entry, list }: EntryOf,
  settling: Settling,
): Promise<Outcome<Settled>> {
  const unitOf = unitsOf(list.items)
  if (!isSettled(entry.lines, unitOf)) return accept({ entry, backFen: 0, onlineFen: 0 })
  const payableFen = payableFenOf(entry.lines, unitOf)
  const { isBooked, backFen, ...paying } = settle(entry.payment, payableFen)
  const { now: at } = settling.context
  const back = await giveBack(tx, entry, { cause: 'settled', amountFen: backFen, at })
  if (!back.ok) return back
  const onlineFen = back.value
  const settled = withBack(
    { ...entry, payment: { ...entry.payment, ...paying } },
    { backFen, onlineFen },
  )
  if (!isBooked) return accept({ entry: settled, backFen, onlineFen })
  const settledBy = entry.payment.parts.find(({ paidTo }) => paidTo !== null)?.paidTo
  const booked = await bookPaid(tx, [{ entry: settled, list }], {
    ...{ ...settling, settledBy: settledBy ?? list.ownerId },
  })
  if (!booked.ok) return booked
  return accept({ entry: booked.value[0]?.entry ?? settled, backFen, onlineFen })
}

/** What does not go back by WeChat is to be fetched in person; until then it is written down. */
function withBack(entry: Entry, { backFen, onlineFen }: Omit<Settled, 'entry'>): Entry {
  const { payment } = entry
  const returnFen = payment.returnFen + backFen - onlineFen
  const isOut = payment.state === 'refunded' && returnFen > 0
  const state = isOut ? 'toReturn' : payment.state
  const parts = withoutFen(payment.parts, backFen)
  return { ...entry, payment: { ...payment, state, parts, returnFen } }
}

/** Takes what these entries of one person still owe. Answers them with what was taken of each. */
export async function payIn(
  tx: Transaction,
  some: readonly EntryOf[],
  { settledBy, ...settling }: Settling & { readonly settledBy: string },
): Promise<Outcome<readonly (EntryOf & { readonly takenFen: number })[]>> {
  const { now } = settling.context
  const paid = some.map(({ entry, list }) => {
    const payableFen = payableFenOf(entry.lines, unitsOf(list.items))
    const takenFen = dueFenOf(entry.payment, payableFen)
    const parts = [...entry.payment.parts, { paidTo: settledBy, amountFen: takenFen }]
    const taken = { state: 'paid', paidFen: payableFen, paidAt: now, parts } as const
    const payment = takenFen > 0 ? { ...entry.payment, ...taken } : entry.payment
    return { entry: { ...entry, payment }, list, takenFen }
  })
  const final = paid.filter(
    ({ entry, list, takenFen }) => takenFen > 0 && isSettled(entry.lines, unitsOf(list.items)),
  )
  const booked = await bookPaid(tx, final, { ...settling, settledBy })
  if (!booked.ok) return booked
  return accept(
    paid.map((one) => {
      const known = booked.value.find(({ entry }) => entry._id === one.entry._id)
      return known ? { ...known, takenFen: one.takenFen } : one
    }),
  )
}

/** A purchase for each; whoever is no member is in no books. All of them are one person's. */
async function bookPaid(
  tx: Transaction,
  some: readonly EntryOf[],
  { settledBy, company, context }: Settling & { readonly settledBy: string },
): Promise<Outcome<readonly EntryOf[]>> {
  const memberId = some[0]?.entry.memberId ?? null
  if (memberId === null) return accept(some)
  const sales = some.map(saleOf)
  const booked = await bookListSales(tx, { memberId, sales, settledBy, company }, context)
  if (!booked.ok) return booked
  return accept(
    some.map(({ entry, list }) => {
      const payment = { ...entry.payment, purchaseId: purchaseIdOf(entry._id) }
      return { entry: { ...entry, payment }, list }
    }),
  )
}

function saleOf({ entry, list }: EntryOf): ListSale {
  const { _id: entryId, mergeId, name, storeId, payment } = entry
  const unitOf = unitsOf(list.items)
  const lines = entry.lines.flatMap((line) => {
    const amountFen = lineAmountFen(line, unitOf)
    const item = list.items.find(({ itemId }) => itemId === line.itemId)
    const title = titleOf(item?.name ?? line.itemId, item?.spec ?? null)
    return amountFen > 0 ? [{ title, amountFen, category: item?.category ?? null }] : []
  })
  const isOnline = payment.orderId !== null
  return { entryId, mergeId, name, storeId, lines, isOnline }
}

/** Which line of its purchase an item's is; lines of nothing were left out there. */
export function purchaseLineNoOf({ lines }: Entry, itemId: string, unitOf: UnitOf): number {
  const sold = lines.filter((line) => lineAmountFen(line, unitOf) > 0)
  return sold.findIndex((line) => line.itemId === itemId) + 1
}

/** As people name it: `草莓 大盒`. */
export function titleOf(name: string, spec: string | null): string {
  return spec === null ? name : `${name} ${spec}`
}
