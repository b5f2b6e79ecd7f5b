/** Orders and flags, and how an order is named. */
import { createHash } from 'node:crypto'
import type { PaidThing } from '../../shared/payments/order'
import {
  command,
  findWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'
import { type Flag, type FlagDocument, type Order, type OrderWish, withDue } from './order-document'

/** WeChat's bound on an order's name is 32 characters; the same thing has one order ever. */
export function orderIdOf({ what, thingId }: { what: PaidThing; thingId: string }): string {
  return createHash('sha256').update(`${what}:${thingId}`).digest('hex').slice(0, 32)
}

/** An order that nobody has paid, as it begins. */
export function orderOf(wish: OrderWish): Order {
  return withDue({
    ...wish,
    _id: orderIdOf(wish),
    state: 'unpaid',
    startedAt: null,
    prepaid: null,
    paid: null,
    closedAt: null,
    isClosedThere: false,
    isTold: false,
    refunds: [],
    askedCount: 0,
    askAt: wish.closesAt,
    dueAt: 0,
  })
}

/** For what is not booked in a transaction; the same thing again has its order already. */
export async function placeOrder(wish: OrderWish): Promise<void> {
  await insertNew('payment_orders', orderOf(wish))
}

export function readOrder(orderId: string, tx?: Transaction): Promise<Order | null> {
  return tx ? tx.get<Order>('payment_orders', orderId) : getById<Order>('payment_orders', orderId)
}

/** What the job has to look at as of now, the longest overdue first. */
export function dueOrders(now: number, limit: number): Promise<Order[]> {
  const due = command.lte(now).and(command.gt(0))
  return findWhere<Order>('payment_orders', { dueAt: due }, { orderBy: ['dueAt', 'asc'], limit })
}

/** A page of flags raised before an instant, the newest first. */
export function flagsBefore(beforeAt: number | null, limit: number): Promise<Flag[]> {
  const older = beforeAt === null ? {} : { at: command.lt(beforeAt) }
  return findWhere<FlagDocument>('payment_flags', older, { orderBy: ['at', 'desc'], limit })
}

/** The same reason about the same order is one flag, and keeps what it said first. */
export function flagOf(flag: Omit<FlagDocument, 'seen'>): Stored<FlagDocument> {
  const name = `${flag.reason}:${flag.orderId}:${flag.saidFen ?? ''}`
  const _id = createHash('sha256').update(name).digest('hex').slice(0, 32)
  return { ...flag, _id, seen: null }
}

export async function raiseFlag(flag: Omit<FlagDocument, 'seen'>): Promise<void> {
  await insertNew('payment_flags', flagOf(flag))
}
