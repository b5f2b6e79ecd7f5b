import * as v from 'valibot'
import {
  type DaySums,
  type Difference,
  MAX_CLOSING_PURCHASES,
  type ReceiptDifference,
  type TillTotals,
} from '../closings/day-closing'
import { readReceiptList } from '../closings/receipt-list'
import { MAX_DAY_FEN, RECEIPT_LIST_MAX_LENGTH } from '../limits'
import { endpoint } from './endpoint'
import { businessDate, closingTillNo, cursor, documentId, reason } from './fields'

/** What came after its own day was signed. */
export interface LateRow {
  kind: 'purchase' | 'refund'
  /** The day that it happened on. */
  on: string
  maskedName: string
  receiptNo: string | null
  amountFen: number
}

export interface OurDay {
  sums: DaySums
  /** Of these, what came after its own day was signed, and the first rows of it. */
  lateSums: DaySums
  late: LateRow[]
  /** Days since the closing before that nobody closed: they are in the sums. */
  openDays: string[]
}

export interface SignedClosing extends OurDay {
  till: TillTotals
  differences: Difference[]
  receiptDifferences: ReceiptDifference[]
  note: string | null
  signedAt: number
  staffName: string
}

export interface DayClosing {
  serverNow: number
  todayOn: string
  storeId: string
  storeName: string
  businessOn: string
  /** The tills of the day; `-` is a shop's only one without a number. */
  tills: { tillNo: string; isSigned: boolean }[]
  tillNo: string
  lastSignedOn: string | null
  ours: OurDay
  /** What group-buy lists brought and gave back that day: of no till, so in no till's sums. */
  lists: DaySums
  /** The till's receipts that our books know, for a list to be held against. */
  receipts: { receiptNo: string; amountFen: number }[]
  signed: SignedClosing | null
}

/** A signed closing as the list of past ones tells it. */
export interface ClosingRow {
  storeId: string
  businessOn: string
  tillNo: string
  signedAt: number
  staffName: string
  purchaseCount: number
  paidFen: number
  refundFen: number
  /** Sums that differ, and receipts of our books that the till does not have as they are. */
  differenceCount: number
}

export interface ClosingList {
  serverNow: number
  closings: ClosingRow[]
  nextCursor: string | null
}

const money = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_DAY_FEN))
const people = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000))
/** A day's list, read by the rule that the page has read it by. */
const receiptList = v.pipe(
  v.string(),
  v.maxLength(RECEIPT_LIST_MAX_LENGTH),
  v.check((text) => {
    const read = readReceiptList(text)
    return read.ok && read.value.length > 0
  }),
)

export const closings = {
  /** One till's day as it stands; without a till the first that is not signed. */
  closing: endpoint<DayClosing>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({
      storeId: v.optional(documentId),
      businessOn: v.optional(businessDate),
      tillNo: v.optional(closingTillNo),
    }),
  }),
  /** A store's signed closings, the latest day first; of one of its tills, or of all. */
  closings: endpoint<ClosingList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({
      storeId: v.optional(documentId),
      tillNo: v.optional(closingTillNo),
      cursor: v.optional(cursor),
    }),
  }),
  /** `seen…` are our figures as the page showed them: when they have moved, nothing is signed. */
  signClosing: endpoint<SignedClosing>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({
      storeId: v.optional(documentId),
      businessOn: businessDate,
      tillNo: closingTillNo,
      receiptCount: people,
      amountFen: money,
      /** What nobody counted is left out: that is not none. */
      refundFen: v.optional(money),
      couponFen: v.optional(money),
      pointsFen: v.optional(money),
      nonMemberCount: v.optional(people),
      nonMemberFen: v.optional(money),
      footfallCount: v.optional(people),
      receiptList: v.optional(receiptList),
      note: v.optional(reason),
      seenCount: v.pipe(
        v.number(),
        v.safeInteger(),
        v.minValue(0),
        v.maxValue(MAX_CLOSING_PURCHASES),
      ),
      seenPaidFen: money,
      seenRefundFen: money,
    }),
  }),
}
