/** Who is told of purchases and refunds, and how all of them are asked one after the other. */
import type { EffectLine } from '../../shared/purchases/effect-line'
import { accept, type Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { giftsOfPurchases } from '../gifts/purchase-gifts-in-transaction'
import type { Book } from '../points/ledger'
import type {
  CompanionEffect,
  PurchaseCompanion,
  ToldPurchase,
  ToldRefund,
  WayIn,
} from '../points/purchase-companion'
import type { Account } from '../points/repository'
import type { Transaction } from '../runtime/database'
import { stampsOfPurchases } from '../stamps/stamp-in-transaction'
import { tierOfPurchases } from '../tiers/tier-in-transaction'
import type { Purchase } from './purchase-document'

/** In this order: each sees the account as those before it leave it. */
export const bookedWith: readonly PurchaseCompanion[] = [
  stampsOfPurchases,
  tierOfPurchases,
  giftsOfPurchases,
]

/** A purchase as its companions hear of it. */
export function toldOf(purchase: Purchase, todayOn: string): ToldPurchase {
  const { _id: purchaseId, storeId, businessOn, settledAt, bill } = purchase
  const wayIn = wayInOf(purchase)
  return { ...{ purchaseId, wayIn, storeId, businessOn, settledAt }, todayOn, bill }
}

type CameBy = Pick<Purchase, 'isForgotten' | 'importedBy' | 'listEntryId'>

function wayInOf({ isForgotten, importedBy, listEntryId }: CameBy): WayIn {
  if (listEntryId !== undefined) return 'list'
  if (importedBy !== null) return 'imported'
  return isForgotten ? 'forgotten' : 'till'
}

/** The companions of one way in, with what each has read before the transaction. */
export interface Company {
  readonly shop: Shop
  readonly rows: readonly { readonly row: PurchaseCompanion; readonly ready: unknown }[]
}

/** Reads what the companions of a way in need; no call for one that the shop has not got. */
export async function companyFor(
  wayIn: WayIn,
  shop: Shop,
  rows: readonly PurchaseCompanion[] = bookedWith,
): Promise<Company> {
  const concerned = rows.filter(({ waysIn }) => waysIn.includes(wayIn))
  const read = await Promise.all(
    concerned.map(async (row) => ({ row, ready: await row.read(shop) })),
  )
  return { shop, rows: read.filter(({ ready }) => ready !== null) }
}

/** What they would make of a purchase; nothing is written. */
export function decideWith(
  { rows }: Company,
  told: ToldPurchase,
  account: Account,
): CompanionEffect {
  return rows.reduce<CompanionEffect>(
    (before, { row, ready }) => following(before, row.decide(told, before.account, ready)),
    { account, lines: [] },
  )
}

/** The book with their parts in it, and what is read of them. Refuses what one of them refuses. */
export async function bookWith(
  tx: Transaction,
  book: Book,
  { company, told }: { readonly company: Company; readonly told: ToldPurchase },
): Promise<Outcome<{ readonly book: Book; readonly lines: readonly EffectLine[] }>> {
  const { shop, rows } = company
  let written = book
  const lines: EffectLine[] = []
  // One operation at a time in a transaction.
  for (const { row, ready } of rows) {
    const effect = row.decide(told, written.account, ready)
    const next = row.write
      ? await row.write(tx, written, { told, ready, effect, shop })
      : accept({ ...written, account: effect.account })
    if (!next.ok) return next
    written = next.value
    lines.push(...effect.lines)
  }
  return accept({ book: written, lines })
}

/** What each companion finds of a purchase that is to be refunded. */
export type FoundWith = readonly { readonly row: PurchaseCompanion; readonly found: unknown }[]

/** Reads it, in the refund's transaction or for its preview. Every companion hears of a refund. */
export async function findWith(
  told: ToldPurchase,
  tx?: Transaction,
  rows: readonly PurchaseCompanion[] = bookedWith,
): Promise<FoundWith> {
  const all: { row: PurchaseCompanion; found: unknown }[] = []
  // One operation at a time in a transaction.
  for (const row of rows) {
    all.push({ row, found: row.refund.read ? await row.refund.read(told, tx) : null })
  }
  return all
}

/** What the refund does to each of them: the preview shows it. */
export function undoWith(
  all: FoundWith,
  told: ToldRefund,
  { account, shop }: { readonly account: Account; readonly shop: Shop },
): CompanionEffect {
  return all.reduce<CompanionEffect>(
    (before, { row, found }) =>
      following(before, row.refund.decide(told, before.account, { shop, found })),
    { account, lines: [] },
  )
}

/** The same in the book of the refund. */
export async function bookUndone(
  tx: Transaction,
  book: Book,
  { all, told, shop }: { readonly all: FoundWith; readonly told: ToldRefund; readonly shop: Shop },
): Promise<Book> {
  let written = book
  for (const { row, found } of all) {
    const effect = row.refund.decide(told, written.account, { shop, found })
    written = row.refund.write
      ? await row.refund.write(tx, written, effect)
      : { ...written, account: effect.account }
  }
  return written
}

function following(before: CompanionEffect, { account, lines }: CompanionEffect): CompanionEffect {
  return { account, lines: [...before.lines, ...lines] }
}
