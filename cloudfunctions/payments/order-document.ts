/** Orders as they are stored, what stands against money, and what one pays for. */
import type { FlagReason, PaymentParameters } from '../../shared/contract/payments'
import { dueAtOf, type OrderUpkeep, type PaidThing } from '../../shared/payments/order'
import type { Outcome } from '../../shared/refusal'
import type { JobContext } from '../runtime/context'
import type { Stored, Transaction } from '../runtime/database'

/** `_id` is what WeChat calls it by (out_trade_no): a hash of what is paid for. */
export interface OrderDocument extends OrderUpkeep {
  readonly what: PaidThing
  readonly thingId: string
  /** As it stands on WeChat's sheet and in its bill. */
  readonly title: string
  readonly createdAt: number
  readonly closesAt: number
  /** When WeChat was told of it, for the last time; null: it knows nothing of it. */
  readonly startedAt: number | null
  /** With what the phone pays; null before WeChat has answered. */
  readonly prepaid: PaymentParameters | null
  readonly askedCount: number
  /** By it the job finds what is due; 0 when nothing is. */
  readonly dueAt: number
}
export type Order = Stored<OrderDocument>

/** What a new order is made of. */
export type OrderWish = Pick<
  OrderDocument,
  'what' | 'thingId' | 'title' | 'memberId' | 'amountFen' | 'createdAt' | 'closesAt'
>

export interface FlagDocument {
  readonly reason: FlagReason
  readonly orderId: string
  readonly what: PaidThing | null
  readonly title: string | null
  readonly orderedFen: number | null
  readonly saidFen: number | null
  readonly words: string | null
  readonly at: number
  readonly seen: { readonly name: string; readonly at: number } | null
}
export type Flag = Stored<FlagDocument>

/** What one does for a thing that is paid for, one row a kind (`screens/paid-kinds.ts`). */
export interface PaidKind {
  readonly what: PaidThing
  /**
   * Its money has come: it stands, in the same transaction. `gone`: it waits for none any more, and
   * all goes back; `later`: it is no document of one transaction, and `settle` says what it is.
   */
  readonly pay: (tx: Transaction, order: Order) => Promise<Outcome<'stands' | 'gone' | 'later'>>
  /**
   * The order is paid, and what it is for is brought to that; it may be told so twice. False when
   * it waits for no money any more: what is left of it goes back.
   */
  readonly settle: (order: Order, now: number) => Promise<Outcome<boolean>>
  /** Nobody paid in time: it is free again. It may be told so twice. */
  readonly lapse: (
    order: Order,
    context: Pick<JobContext, 'now' | 'todayOn' | 'shop'>,
  ) => Promise<Outcome<unknown>>
}

/** The order with the instant by which the job finds it. */
export function withDue(order: Order): Order {
  return { ...order, dueAt: dueAtOf(order) }
}
