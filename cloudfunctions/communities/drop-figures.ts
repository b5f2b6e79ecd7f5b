/** What came of the coupons that a community's drops gave, counted in the books themselves. */
import { aggregate, command, countWhere } from '../runtime/database'

export interface DropFigures {
  readonly claims: number
  readonly redemptions: number
  readonly salesFen: number
}

/** The platform's cap on what an aggregation answers. */
const MOST_PURCHASES = 10_000
const PURCHASES_AT_ONCE = 500

/**
 * Coupons carry the community that they were claimed in. A purchase that two of them were used for
 * is one sale, of what was paid and not refunded; sales are of 10,000 purchases at most.
 */
export async function dropFiguresOf(communityId: string): Promise<DropFigures> {
  const used = { communityId, state: 'used' }
  const [claims, redemptions, purchases] = await Promise.all([
    countWhere('coupons', { communityId }),
    countWhere('coupons', used),
    aggregate<{ _id: string | null }>('coupons', [
      ['match', used],
      ['group', { _id: '$usedBy.purchaseId' }],
      ['limit', MOST_PURCHASES],
    ]),
  ])
  const ids = purchases.flatMap(({ _id }) => _id ?? [])
  return { claims, redemptions, salesFen: await paidFenOf(ids) }
}

async function paidFenOf(purchaseIds: readonly string[]): Promise<number> {
  const $ = command.aggregate
  let paidFen = 0
  for (let from = 0; from < purchaseIds.length; from += PURCHASES_AT_ONCE) {
    const some = purchaseIds.slice(from, from + PURCHASES_AT_ONCE)
    const kept = $.subtract(['$bill.paidFen', '$refundedFen'])
    const [sum] = await aggregate<{ paidFen: number }>('purchases', [
      ['match', { _id: command.in(some) }],
      ['group', { _id: null, paidFen: $.sum(kept) }],
    ])
    paidFen += sum?.paidFen ?? 0
  }
  return paidFen
}
