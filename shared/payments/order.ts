/**
 * An order: a thing that is paid for by WeChat, once, within a quarter of an hour. What WeChat says
 * of it is asked for and never taken from a notice; what came too late is given back in full.
 *
 * `unpaid` → `paid` → `refunding` → `refunded`, or back to `paid` where a part was given back;
 * `unpaid` → `closed`, and from there, paid late, → `refunding` → `refunded`.
 */
import { accept, type Outcome, refuse } from '../refusal'

/** What may be paid for: a reward with points and cash, an entry of a group-buy list. */
export const paidThings = ['redemption', 'entry'] as const
export type PaidThing = (typeof paidThings)[number]

export type OrderState = 'unpaid' | 'paid' | 'refunding' | 'refunded' | 'closed'

/** How long what is ordered is kept for who has not paid. */
export const PAY_WITHIN_MS = 15 * 60_000

/** WeChat's own bound on the refunds of one order. */
export const MAX_ORDER_REFUNDS = 50

export interface Refund {
  /** Nature's key: the same cause is the same refund. */
  readonly cause: string
  readonly amountFen: number
  readonly askedAt: number
  /** When WeChat took it on; null before. */
  readonly doneAt: number | null
  /** How often it was refused, and when it is tried next. */
  readonly refusedCount: number
  readonly tryAt: number
}

/** The money of an order, whatever else is known of it. */
export interface OrderMoney {
  readonly state: OrderState
  readonly amountFen: number
  readonly memberId: string
  readonly paid: { readonly at: number; readonly transactionId: string } | null
  readonly refunds: readonly Refund[]
}

/** What WeChat says of an order that was paid, when it is asked. */
export interface SeenPayment {
  readonly amountFen: number
  readonly memberId: string
}

/** Why money that came is not booked; a person looks at it. */
export type PaymentFault = 'wrongAmount' | 'wrongPayer'

/**
 * What to do with money that WeChat says it has: `book` it, give it back because it came `late`,
 * nothing because it was booked before, or nothing because it is not what was ordered.
 */
export function verdictOn(
  order: OrderMoney,
  seen: SeenPayment,
): 'book' | 'late' | 'repeat' | PaymentFault {
  if (seen.amountFen !== order.amountFen) return 'wrongAmount'
  if (seen.memberId !== order.memberId) return 'wrongPayer'
  if (order.paid !== null) return 'repeat'
  return order.state === 'unpaid' ? 'book' : 'late'
}

/** What of the money has been given back, or is on its way. */
export function refundedFen({ refunds }: Pick<OrderMoney, 'refunds'>): number {
  return refunds.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** What the shop keeps of it. */
export function keptFen(order: OrderMoney): number {
  return order.paid === null ? 0 : order.amountFen - refundedFen(order)
}

/**
 * The order with one refund more. The same cause again is the same refund, of the same amount.
 * Refuses ORDER_UNPAID, REFUND_EXCEEDS with what is left, REFUND_PARTS after fifty.
 */
export function withRefund<O extends OrderMoney>(
  order: O,
  { cause, amountFen, at }: { cause: string; amountFen: number; at: number },
): Outcome<O> {
  const known = order.refunds.find((refund) => refund.cause === cause)
  if (known) return known.amountFen === amountFen ? accept(order) : refuse('REQUEST_REUSED')
  if (order.paid === null) return refuse('ORDER_UNPAID')
  const leftFen = keptFen(order)
  if (amountFen < 1 || amountFen > leftFen) return refuse('REFUND_EXCEEDS', { leftFen })
  if (order.refunds.length >= MAX_ORDER_REFUNDS) return refuse('REFUND_PARTS')
  const refund = { cause, amountFen, askedAt: at, doneAt: null, refusedCount: 0, tryAt: at }
  return accept(settled({ ...order, refunds: [...order.refunds, refund] }))
}

/** The order after WeChat took a refund on, or refused it. */
export function withRefundAnswer<O extends OrderMoney>(
  order: O,
  cause: string,
  { isDone, at }: { isDone: boolean; at: number },
): O {
  const refunds = order.refunds.map((refund) => {
    if (refund.cause !== cause || refund.doneAt !== null) return refund
    if (isDone) return { ...refund, doneAt: at }
    const refusedCount = refund.refusedCount + 1
    return { ...refund, refusedCount, tryAt: at + refusalGapMs(refusedCount) }
  })
  return settled({ ...order, refunds })
}

/** WeChat refuses most refunds for want of money: the gaps grow from a minute to six hours. */
const refusalGapsMs = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000]
const LONGEST_GAP_MS = 6 * 3_600_000

function refusalGapMs(refusedCount: number): number {
  return refusalGapsMs[refusedCount - 1] ?? LONGEST_GAP_MS
}

/** The state that follows from the money of an order that was paid. */
function settled<O extends OrderMoney>(order: O): O {
  if (order.paid === null) return order
  const isOpen = order.refunds.some(({ doneAt }) => doneAt === null)
  const paidState = keptFen(order) === 0 ? 'refunded' : 'paid'
  return { ...order, state: isOpen ? 'refunding' : paidState }
}

/** When WeChat is asked next whether a notice got lost, after so many times of asking. */
const askGapsMs = [60_000, 60_000, 120_000, 180_000, 240_000]
const LATER_ASK_MS = 300_000

export function askAgainAt(now: number, askedCount: number): number {
  return now + (askGapsMs[askedCount] ?? LATER_ASK_MS)
}

/** What still has to be done with an order, and when. */
export interface OrderUpkeep extends OrderMoney {
  /** When WeChat is asked for it next, while it may still be paid there. */
  readonly askAt: number
  /** When it was closed here; null before. */
  readonly closedAt: number | null
  /** WeChat takes no money for it any more. */
  readonly isClosedThere: boolean
  /** What was ordered knows how it ended: it was paid, or it is free again. */
  readonly isTold: boolean
}

/** When the job has to look at it; 0 when there is nothing to do. */
export function dueAtOf(order: OrderUpkeep): number {
  const { state, askAt, closedAt, isClosedThere, isTold, refunds, paid } = order
  const endedAt = closedAt ?? paid?.at ?? null
  const isAsked = state === 'unpaid' || (state === 'closed' && !isClosedThere)
  const instants = [
    ...(isAsked ? [askAt] : []),
    ...(endedAt !== null && !isTold ? [endedAt] : []),
    ...refunds.filter(({ doneAt }) => doneAt === null).map(({ tryAt }) => tryAt),
  ]
  return instants.length === 0 ? 0 : Math.min(...instants)
}
