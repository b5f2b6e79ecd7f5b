import { askAgainAt, withRefundAnswer } from '../../shared/payments/order'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Chore } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { bookPayment, settleThing } from './book-payment'
import { type Order, type PaidKind, withDue } from './order-document'
import type { PayPort } from './pay-port'
import { dueOrders, raiseFlag, readOrder } from './repository'

const PAGE_ORDERS = 50
const MAX_PAGES = 20
/** What nobody could do now is tried again then. */
const LATER_MS = 60_000
/** A call that told WeChat of the order cannot be alive so long. */
const DEAD_AFTER_MS = 120_000

export interface Till {
  readonly port: PayPort
  readonly kinds: readonly PaidKind[]
}

/**
 * Asks WeChat for orders of which no notice came, closes what nobody paid in time, and gives back
 * what is to be given back. Each step is conditional or has a number of its own, so it may be
 * killed anywhere, run again, or run twice at once.
 */
export function tendOrders(till: Till): Chore {
  return {
    name: 'orders',
    every: 'tick',
    isDue: async ({ now }) => (await dueOrders(now, 1)).length > 0,
    run: async (context) => {
      const counts = { tended: 0, postponed: 0 }
      for (let pageNo = 0; pageNo < MAX_PAGES; pageNo += 1) {
        const page = await dueOrders(context.now, PAGE_ORDERS)
        for (const order of page) {
          if (!context.hasTimeLeft()) return { ...counts, unfinished: 1 }
          const tended = await tend(order, till, context)
          if (tended.ok) counts.tended += 1
          else {
            await changeOrder(order._id, (now) => ({ ...now, dueAt: context.now + LATER_MS }))
            counts.postponed += 1
          }
        }
        if (page.length < PAGE_ORDERS) return counts
      }
      return { ...counts, unfinished: 1 }
    },
  }
}

/** One thing after the other that is due; a refusal says that it could not be done now. */
async function tend(order: Order, till: Till, context: JobContext): Promise<Outcome<unknown>> {
  const { now } = context
  if (order.state === 'unpaid') return askFor(order, till, context)
  if (!order.isTold) {
    const isLapsed = order.closedAt !== null
    const { kinds } = till
    const told = await (isLapsed ? lapse(order, till, context) : settleThing(order, { kinds, now }))
    if (!told.ok) return told
  }
  if (order.state === 'closed' && !order.isClosedThere && order.askAt <= now) {
    return closeThere(order, till, now)
  }
  for (const [place, refund] of order.refunds.entries()) {
    if (refund.doneAt !== null || refund.tryAt > now) continue
    const given = await giveBack(order, place, { till, now })
    if (!given.ok) return given
  }
  return accept(null)
}

/** Of an order that waits: was it paid, and if not, is its time over? */
async function askFor(order: Order, till: Till, context: JobContext): Promise<Outcome<unknown>> {
  const { now } = context
  const isOver = now >= order.closesAt
  if (order.startedAt === null) return isOver ? closeHere(order, till, context) : accept(null)
  // Closed there first: nobody pays what is closed here.
  const isClosed = isOver && (await till.port.close(order._id))
  if (isClosed) return closeHere({ ...order, isClosedThere: true }, till, context)
  const seen = await till.port.query(order._id)
  if (seen.state === 'paid') return bookPayment(order._id, { kinds: till.kinds, seen, now })
  if (isOver && (seen.state === 'closed' || seen.state === 'absent')) {
    // A call that is still at it may tell WeChat of the order yet: it is closed once more then.
    const isDead = seen.state === 'closed' || now - order.startedAt > DEAD_AFTER_MS
    return closeHere({ ...order, isClosedThere: isDead }, till, context)
  }
  return changeOrder(order._id, (newest) => {
    if (newest.state !== 'unpaid') return newest
    const askedCount = newest.askedCount + 1
    const next = askAgainAt(now, askedCount)
    const askAt = isOver ? now + LATER_MS : Math.min(next, newest.closesAt)
    return withDue({ ...newest, askedCount, askAt })
  })
}

async function closeHere(order: Order, till: Till, context: JobContext): Promise<Outcome<unknown>> {
  const { now } = context
  const { isClosedThere, startedAt } = order
  const closed = await changeOrder(order._id, (newest) => {
    if (newest.state !== 'unpaid') return newest
    const isThere = isClosedThere || newest.startedAt === null
    // Somebody began since it was looked at: the next look closes it there first.
    if (newest.startedAt !== startedAt) return newest
    const askAt = now + DEAD_AFTER_MS
    const state = 'closed' as const
    return withDue({ ...newest, state, closedAt: now, isClosedThere: isThere, askAt })
  })
  if (!closed.ok || closed.value.state !== 'closed') return closed
  return lapse(closed.value, till, context)
}

/** What was ordered becomes free again; told twice it does nothing. */
async function lapse(order: Order, till: Till, context: JobContext): Promise<Outcome<unknown>> {
  const kind = till.kinds.find(({ what }) => what === order.what)
  const lapsed = kind ? await kind.lapse(order, context) : accept(null)
  if (!lapsed.ok) return lapsed
  return changeOrder(order._id, (newest) => withDue({ ...newest, isTold: true }))
}

/** Of an order that was given up here: WeChat closes it, or says that it was paid all the same. */
async function closeThere(order: Order, till: Till, now: number): Promise<Outcome<unknown>> {
  const orderId = order._id
  const isClosed = await till.port.close(orderId)
  const seen = isClosed ? ({ state: 'closed' } as const) : await till.port.query(orderId)
  if (seen.state === 'paid') return bookPayment(orderId, { kinds: till.kinds, seen, now })
  const isDead = now - (order.startedAt ?? 0) > DEAD_AFTER_MS
  const isOver = seen.state === 'closed' || (seen.state === 'absent' && isDead)
  return changeOrder(orderId, (newest) =>
    withDue({ ...newest, isClosedThere: isOver, askAt: now + LATER_MS }),
  )
}

async function giveBack(
  order: Order,
  place: number,
  { till, now }: { till: Till; now: number },
): Promise<Outcome<unknown>> {
  const { _id: orderId, amountFen, title, what } = order
  const refund = order.refunds[place]
  if (!refund) return accept(null)
  const { cause, amountFen: refundFen } = refund
  // Refunds are only ever added, so its place names it: the same call again is the same refund.
  const refundNo = `${orderId}-${place + 1}`
  const answer = await till.port.refund({ orderId, amountFen, refundNo, refundFen })
  if (answer.state === 'unknown') return refuse('PAYMENT_FAILED')
  if (answer.state === 'refused') {
    const { words } = answer
    const said = { orderedFen: amountFen, saidFen: refundFen, words, at: now }
    await raiseFlag({ reason: 'refundRefused', orderId, what, title, ...said })
  }
  const isDone = answer.state === 'done'
  return changeOrder(orderId, (newest) =>
    withDue(withRefundAnswer(newest, cause, { isDone, at: now })),
  )
}

function changeOrder(orderId: string, change: (newest: Order) => Order): Promise<Outcome<Order>> {
  return inTransaction(async (tx) => {
    const newest = await readOrder(orderId, tx)
    if (!newest) return refuse('ORDER_NOT_FOUND')
    const changed = change(newest)
    if (changed !== newest) await tx.put('payment_orders', changed)
    return accept(changed)
  })
}
