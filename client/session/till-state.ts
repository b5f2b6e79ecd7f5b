/** What a till holds of the purchase that is typed at it. */
import type { OutputAt } from '../api'
import type { AmountKey } from '../parts/amount'
import type { Trouble } from '../reading'
import type { Refused } from '../submission'
import type { Scanned } from './desk.store'
import { nothingTyped, type TypedBill } from './typed-bill'

export type Proposal = OutputAt<'purchases.proposal'>
export type AmountField = 'bill' | 'excluded'

export interface TillForm {
  typed: TypedBill
  /** Which amount the keys write to; with lines, none. */
  field: AmountField
  /** In the order in which staff took them. */
  couponIds: readonly string[]
  /** Staff chose them, or none; else what saves most is taken by itself. */
  ownCoupons: boolean
  /** 抹零 that staff chose of what the quote offers; of another bill it is chosen anew. */
  roundOffFen: number
  receiptNo: string
  /** Stays from one purchase to the next: a till has one number. */
  tillNo: string
}

export interface Till extends TillForm {
  /** Whose purchase it is; null before the first scan. */
  scanned: Scanned | null
  /** Made when this purchase's till opens, kept until an answer or the next member. */
  requestId: string
  quote: OutputAt<'purchases.quote'> | null
  quoting: boolean
  quoteTrouble: Trouble | null
  sending: boolean
  refused: Refused | null
  answer: OutputAt<'purchases.settle'> | null
  /** Points that are to pay a part, and what the member has said to that. */
  proposal: Proposal | null
  /** It was typed before the page was loaded anew. */
  isRestored: boolean
  /** Typed without network and put aside as 待确认. */
  putAside: boolean
  /** `typed` is what was typed for her before, if anything. */
  open(scanned: Scanned, typed?: Partial<Pick<TillForm, 'typed' | 'receiptNo'>>): void
  press(key: AmountKey): void
  change(part: Partial<TillForm>): void
  /** Handed over meanwhile: it waits no longer. */
  dropPickup(pickupCode: string): void
  /** Of lists, what was handed over meanwhile. */
  dropLines(lines: readonly { entryId: string; itemId: string }[]): void
  /** Points came to her meanwhile; what they can pay is asked anew. */
  noteReceived(received: { balancePoints: number; debtRepaidPoints: number }): void
  /** Asks for the figures of what is typed, e.g. after a reload. */
  look(): void
  /** Says that the scan is too old, before anything more is typed. */
  noteTicketOver(): void
  settle(repeatConfirmed?: boolean): Promise<void>
  /** Takes the points off the bill, or puts them on; the figures follow. */
  setProposal(proposal: Proposal | null): void
  dismiss(): void
}

/** Nothing typed yet. */
export const cleared = {
  typed: nothingTyped,
  field: 'bill',
  couponIds: [],
  ownCoupons: false,
  roundOffFen: 0,
  receiptNo: '',
  quote: null,
  quoting: false,
  quoteTrouble: null,
  sending: false,
  refused: null,
  answer: null,
  proposal: null,
  isRestored: false,
  putAside: false,
} satisfies Partial<Till>
