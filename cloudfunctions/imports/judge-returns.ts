/**
 * Goods that a till took back. A file books no refund: that is a deliberate step with its own
 * rules, so each row is told which purchase to refund, until it is.
 */
import { foldNumber } from '../../shared/reading/receipt'
import type { Purchase } from '../purchases/purchase-document'
import { purchasesOf } from '../purchases/repository'
import type { PurchaseImportRow, ReturnImportRow } from './import-jobs'
import { membersIn } from './judge-imported'

/** How far back her purchases are looked at. */
const MOST_PURCHASES = 100
const MEMBERS_AT_ONCE = 10

export function returnOf(row: PurchaseImportRow): ReturnImportRow {
  return { ...row, refundOf: null }
}

/** Judges returns that the rule could read: `there` for what was refunded already. */
export async function judgeReturns(rows: readonly ReturnImportRow[]): Promise<ReturnImportRow[]> {
  if (rows.length === 0) return []
  const idOf = await membersIn(rows)
  const purchases = await purchasesByMember(rows.flatMap((row) => idOf(row) ?? []))
  const used = new Set<string>()
  return rows.map((row) => {
    const memberId = idOf(row)
    if (memberId === null) return { ...row, verdict: 'memberUnknown' }
    const open = (purchases.get(memberId) ?? []).filter(({ _id }) => !used.has(_id))
    const purchase = returnedFrom(row, open)
    if (!purchase) return { ...row, memberId, verdict: 'returnUnknown' }
    used.add(purchase._id)
    if (purchase.refundedFen >= 0 - row.paidFen) return { ...row, memberId, verdict: 'there' }
    const { businessOn, receiptNo, bill } = purchase
    const refundOf = { businessOn, receiptNo, paidFen: bill.paidFen }
    return { ...row, memberId, verdict: 'returnFound', refundOf }
  })
}

/** By its receipt, however spelled, or else by its money; what stands before what does not. */
function returnedFrom(row: ReturnImportRow, purchases: readonly Purchase[]): Purchase | undefined {
  const returnedFen = 0 - row.paidFen
  const may = purchases.filter(
    ({ storeId, businessOn, bill }) =>
      storeId === row.storeId && businessOn <= row.businessOn && bill.paidFen >= returnedFen,
  )
  const number = foldNumber(row.receiptNo)
  const numbered = may.filter(({ receiptFold }) => receiptFold === number)
  const paid = may.filter(({ bill }) => bill.paidFen === returnedFen)
  const meant = numbered.length > 0 ? numbered : paid
  return meant.find(({ state }) => state !== 'refunded') ?? meant[0]
}

async function purchasesByMember(memberIds: readonly string[]) {
  const ids = [...new Set(memberIds)]
  const found = new Map<string, readonly Purchase[]>()
  for (let from = 0; from < ids.length; from += MEMBERS_AT_ONCE) {
    const some = ids.slice(from, from + MEMBERS_AT_ONCE).map(async (memberId) => {
      found.set(memberId, await purchasesOf(memberId, { beforeAt: null, limit: MOST_PURCHASES }))
    })
    await Promise.all(some)
  }
  return found
}
