/**
 * What a purchase and a refund do to a member's level, in the caller's transaction: the tally lies in
 * the account that the caller posts, so that counting costs no call. What changed is told her by the
 * next run of the job: what is taken back meanwhile was never told.
 */
import type { Shop } from '../../shared/rules/shop'
import { type Settled, settleTier } from '../../shared/tiers/settling'
import { type Qualifying, type TierTally, withPurchase, withRefund } from '../../shared/tiers/tally'
import type { Tier } from '../../shared/tiers/tier'
import type { Book } from '../points/ledger'

/** A purchase as far as a level asks for it. */
export interface TierPurchase {
  readonly _id: string
  readonly storeId: string
  readonly businessOn: string
  readonly settledAt: number
  readonly isForgotten: boolean
  readonly importedBy: string | null
  readonly bill: { readonly paidFen: number }
  readonly refundedFen: number
}

/** From which level to which. */
export interface TierChange {
  readonly from: Tier
  readonly to: Tier
}

interface Counted {
  readonly book: Book
  /** Null where she stays what she was. */
  readonly change: TierChange | null
}

/** Counts a purchase; a level that it reached is hers at once. The caller posts the book. */
export function countForTier(
  book: Book,
  { purchase, shop }: { readonly purchase: TierPurchase; readonly shop: Shop },
): Counted {
  const world = { shop, todayOn: book.instant.todayOn }
  return written(book, tierWith(book.account.tier, purchase, world))
}

/** Takes back what was refunded; a level that the purchase had reached goes with it. */
export function takeBackFromTier(
  book: Book,
  asked: { readonly purchase: TierPurchase; readonly moneyFen: number; readonly shop: Shop },
): Counted {
  const { purchase, moneyFen, shop } = asked
  const world = { shop, todayOn: book.instant.todayOn }
  return written(book, tierWithout(book.account.tier, { purchase, moneyFen }, world))
}

interface World {
  readonly shop: Pick<Shop, 'tierRule'>
  readonly todayOn: string
}

/** The tally with a purchase; nothing is written. */
export function tierWith(
  tally: TierTally,
  purchase: TierPurchase,
  { shop, todayOn }: World,
): Settled {
  const counted = { ...whereOf(purchase), paidFen: purchase.bill.paidFen }
  return settleTier(tally, { rule: shop.tierRule, todayOn }, (so) =>
    withPurchase(so, counted, todayOn),
  )
}

/** The tally without what is refunded of a purchase; nothing is written. */
export function tierWithout(
  tally: TierTally,
  { purchase, moneyFen }: { readonly purchase: TierPurchase; readonly moneyFen: number },
  { shop, todayOn }: World,
): Settled {
  const back = { ...whereOf(purchase), paidFen: moneyFen }
  const leftFen = purchase.bill.paidFen - purchase.refundedFen - moneyFen
  return settleTier(tally, { rule: shop.tierRule, todayOn }, (so) =>
    withRefund(so, back, { leftFen }),
  )
}

/** Of a receipt that was brought later, and of a file's row, nobody knows the hour. */
function whereOf(purchase: TierPurchase): Omit<Qualifying, 'paidFen'> {
  const { storeId, businessOn: on, settledAt, isForgotten, importedBy } = purchase
  return { storeId, on, at: isForgotten || importedBy !== null ? null : settledAt }
}

function written(book: Book, { tally, before, after }: Settled): Counted {
  const change = before.tier === after.tier ? null : { from: before.tier, to: after.tier }
  return { book: { ...book, account: { ...book.account, tier: tally } }, change }
}
