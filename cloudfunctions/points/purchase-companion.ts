/**
 * A companion is a feature that a purchase tells of itself: it books its own part in the purchase's
 * transaction, and a refund undoes it there. Each is one row of `bookedWith`
 * (`purchases/companions-in-transaction.ts`); settle, quote, refund and preview ask nothing else.
 */
import type { Bill } from '../../shared/purchases/bill'
import type { EffectLine } from '../../shared/purchases/effect-line'
import type { Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { Transaction } from '../runtime/database'
import type { Book } from './ledger'
import type { Account } from './repository'

/**
 * Her code was shown at the till, her receipt was brought later, a file or system named it, or she
 * ordered by a group-buy list.
 */
export type WayIn = 'till' | 'forgotten' | 'imported' | 'list'

/** What a purchase tells of itself. */
export interface ToldPurchase {
  /** Empty in the figures before a purchase, which has none yet. */
  readonly purchaseId: string
  readonly wayIn: WayIn
  readonly storeId: string
  readonly businessOn: string
  readonly settledAt: number
  /** The business date on which it is booked, or undone. */
  readonly todayOn: string
  readonly bill: Bill
}

/** What a refund tells of itself. */
export interface ToldRefund extends ToldPurchase {
  /** Money that goes back by it. */
  readonly moneyFen: number
  /** Money of the purchase that stays with the shop after it. */
  readonly leftFen: number
  /** All goods are back by it. */
  readonly isFull: boolean
}

/** What a companion makes of it, before anything is written. */
export interface CompanionEffect {
  /** Her account after it: what the next companion sees, and the figures shown before. */
  readonly account: Account
  /** What staff and member read of it; none where it leaves everything alone. */
  readonly lines: readonly EffectLine[]
}

/** What the writing of a purchase's part is given. */
export interface CompanionWriting<Ready, Effect> {
  readonly told: ToldPurchase
  readonly ready: Ready
  readonly effect: Effect
  readonly shop: Shop
}

/** How a refund undoes it. */
export interface CompanionRefund<
  Found = unknown,
  Effect extends CompanionEffect = CompanionEffect,
> {
  /** What it gave for the purchase, by ids: a preview reads it without a transaction. */
  read?(told: ToldPurchase, tx?: Transaction): Promise<Found>
  decide(
    told: ToldRefund,
    account: Account,
    world: { readonly shop: Shop; readonly found: Found | null },
  ): Effect
  /** Answers the book that leads to the account that was decided; without it the account is all. */
  write?(tx: Transaction, book: Book, effect: Effect): Promise<Book>
}

export interface PurchaseCompanion<
  Ready = unknown,
  Effect extends CompanionEffect = CompanionEffect,
> {
  /** The ways in that it hears of. */
  readonly waysIn: readonly WayIn[]
  /** Before the transaction: what it needs beside the account. Null, without a call, where off. */
  read(shop: Shop): Promise<Ready | null>
  decide(told: ToldPurchase, account: Account, ready: Ready): Effect
  /**
   * Answers the book that leads to the account that was decided, which the caller posts; without it
   * nothing but the account changes. Whatever it refuses refuses the purchase.
   */
  write?(
    tx: Transaction,
    book: Book,
    writing: CompanionWriting<Ready, Effect>,
  ): Promise<Outcome<Book>>
  readonly refund: CompanionRefund
}
