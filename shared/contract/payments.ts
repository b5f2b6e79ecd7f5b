/** Payment by WeChat: what the phone pays with, and what became of it. */
import * as v from 'valibot'
import { type OrderState, type PaidThing, paidThings } from '../payments/order'
import { endpoint } from './endpoint'
import { cursor, documentId } from './fields'

/** What `wx.requestPayment` takes, signed by WeChat: nothing of it may be changed. */
export interface PaymentParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

export interface StartedPayment {
  orderId: string
  amountFen: number
  /** Until when it may be paid; its place is kept so long. */
  closesAt: number
  payment: PaymentParameters
}

export interface ShownPayment {
  orderId: string
  title: string
  state: OrderState
  amountFen: number
  /** Given back, or on its way. */
  refundedFen: number
  closesAt: number
  serverNow: number
}

export type FlagReason =
  | 'wrongAmount'
  | 'wrongPayer'
  | 'unknownOrder'
  | 'noticeDiffers'
  | 'refundRefused'

/** Money that a person must look at: nothing was booked by it. */
export interface PaymentFlag {
  flagId: string
  reason: FlagReason
  /** The order as WeChat names it. */
  orderId: string
  what: PaidThing | null
  title: string | null
  /** What was ordered, and what was said to have come; null where nobody said. */
  orderedFen: number | null
  saidFen: number | null
  words: string | null
  at: number
  /** Who has looked at it, and when. */
  seen: { name: string; at: number } | null
}

const oneThing = { what: v.picklist(paidThings), thingId: documentId }
const byManager = { role: 'manager', identity: 'staff' } as const

export const payments = {
  /** Of a thing that waits for its money: a redemption, an entry of a list. */
  start: endpoint<StartedPayment>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object(oneThing),
  }),
  show: endpoint<ShownPayment>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object(oneThing),
  }),
  flags: endpoint<{ flags: PaymentFlag[]; nextCursor: string | null }>()({
    ...byManager,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** A person has looked at it. */
  seeFlag: endpoint<{ flagId: string; seen: { name: string; at: number } }>()({
    ...byManager,
    mutates: true,
    input: v.object({ flagId: documentId }),
  }),
}
