/** Entries whose money has come, and those for which it did not come in time. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Order } from '../payments/order-document'
import { orderIdOf, readOrder } from '../payments/repository'
import { pause } from '../runtime/database'
import { moveEntry } from './book-moves'
import { thingOf } from './entry-payment'
import { placed } from './entry-places'
import { entriesAfter } from './entry-repository'
import type { Entry, List } from './list-document'
import { openEntry } from './open-entry'
import { carryOut, endEntry } from './queue'

const MOST_TRIES = 12
const PAGE_ENTRIES = 50

/**
 * The entry stands from now on. False when it waits for no money any more. Refuses BUSY past the
 * cut-off: the job that settles its list decides.
 */
export async function payEntry(order: Order, now: number): Promise<Outcome<boolean>> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const opened = await openEntry(order.thingId)
    if (!opened.ok) return opened.code === 'BUSY' ? opened : accept(false)
    const { list, entry } = opened.value
    if (entry.payment.state === 'paid') return accept(true)
    if (entry.state !== 'awaiting') return accept(false)
    if (await takeIn(list, entry, { order, now, isSettling: false })) return accept(true)
    await pause(attempt)
  }
  return refuse('BUSY')
}

/** Nobody paid in time: its place goes to who is next. Refuses BUSY past the cut-off. */
export async function lapseEntry({ thingId }: Order, now: number): Promise<Outcome<null>> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const opened = await openEntry(thingId)
    if (!opened.ok) return opened.code === 'BUSY' ? opened : accept(null)
    const { list, entry } = opened.value
    if (entry.state !== 'awaiting') return accept(null)
    if (await endEntry(list, entry, { to: 'lapsed', now, isSettling: false })) return accept(null)
    await pause(attempt)
  }
  return refuse('BUSY')
}

/**
 * At the cut-off, when the book is locked: whose money is here by then is in, also when her entry
 * does not say so yet. Money that WeChat tells of later goes back whole.
 */
export async function letPaidIn(list: List, now: number): Promise<void> {
  if (list.payment !== 'online') return
  let afterNo = 0
  for (let isMore = true; isMore; ) {
    const awaiting = { listId: list._id, state: 'awaiting' }
    const page = await entriesAfter(awaiting, { afterNo, limit: PAGE_ENTRIES })
    for (const entry of page) {
      const order = await readOrder(orderIdOf(thingOf(entry._id)))
      if (order?.state === 'paid') await takeIn(list, entry, { order, now, isSettling: true })
    }
    afterNo = page.at(-1)?.entryNo ?? afterNo
    isMore = page.length === PAGE_ENTRIES
  }
}

async function takeIn(
  list: List,
  before: Entry,
  { order, now, isSettling }: { order: Order; now: number; isSettling: boolean },
): Promise<boolean> {
  const { amountFen, paid, _id: orderId } = order
  const parts = [{ paidTo: null, amountFen }]
  const money = { paidFen: amountFen, paidAt: paid?.at ?? now, parts, orderId }
  const payment = { ...before.payment, ...money, state: 'paid' } as const
  const after = placed(list, { ...before, payment }, now)
  const requestKey = `${before._id}:paid`
  const mark = await moveEntry({ list, before, after, now, requestKey, isSettling })
  if (mark) await carryOut(list, mark)
  return mark !== null
}
