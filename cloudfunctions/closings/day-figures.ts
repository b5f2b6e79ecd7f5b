/** What of our books falls into one till's closing: read by indexes, in pages, summed exactly. */
import { addDays, startOfDateAt } from '../../shared/business-date'
import { type BusinessDays, businessDayOf } from '../../shared/business-day'
import {
  addSums,
  belongsTo,
  type ClosingBefore,
  type ClosingReceipt,
  type DaySums,
  type Happening,
  MAX_CLOSING_PURCHASES,
  NO_TILL,
  noSums,
  UNDER_WAY_MS,
} from '../../shared/closings/day-closing'
import type { LateRow, OurDay } from '../../shared/contract/closings'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Purchase, PurchaseDocument } from '../purchases/purchase-document'
import { command, findWhere } from '../runtime/database'

export interface DayAsked {
  readonly storeId: string
  /** `-` for purchases without a till. */
  readonly tillNo: string
  readonly businessOn: string
  readonly before: ClosingBefore | null
  readonly now: number
  readonly businessDay: BusinessDays
}

export interface DayFigures extends OurDay {
  readonly receipts: readonly ClosingReceipt[]
  /** Keys of what was booked in the last minutes, so that the next closing counts none of it. */
  readonly countedLately: readonly string[]
}

interface Counted extends Happening {
  readonly sums: DaySums
  readonly row: Omit<LateRow, 'on'>
}

const PAGE_ROWS = 500
const MAX_LATE_ROWS = 50

/** The figures of the closing as of now. Refuses CLOSING_TOO_LARGE beyond 10,000 purchases. */
export async function dayFigures(asked: DayAsked): Promise<Outcome<DayFigures>> {
  const found = new Map<string, Purchase>()
  for (const filter of filtersOf(asked)) {
    if (!(await readAll(filter, found))) return refuse('CLOSING_TOO_LARGE')
  }
  const happenings = [...found.values()].flatMap((purchase) => countedIn(purchase, asked))
  const belonging = happenings.flatMap((counted) => {
    const how = belongsTo(counted, asked)
    return how ? { ...counted, how } : []
  })
  const late = belonging.filter(({ how, on }) => how === 'late' && !isOpenDay(on, asked))
  const openDays = belonging.filter(({ on }) => isOpenDay(on, asked)).map(({ on }) => on)
  return accept({
    sums: belonging.reduce((sums, one) => addSums(sums, one.sums), noSums),
    lateSums: late.reduce((sums, one) => addSums(sums, one.sums), noSums),
    late: late.slice(0, MAX_LATE_ROWS).map(({ on, row }) => ({ ...row, on })),
    openDays: [...new Set(openDays)].sort(),
    receipts: belonging.flatMap(({ row }) =>
      row.kind === 'purchase' && row.receiptNo !== null
        ? { receiptNo: row.receiptNo, amountFen: row.amountFen }
        : [],
    ),
    countedLately: belonging
      .filter(({ at }) => at >= asked.now - UNDER_WAY_MS)
      .map(({ key }) => key),
  })
}

function isOpenDay(on: string, { before, businessOn }: DayAsked): boolean {
  return before !== null && on > before.businessOn && on < businessOn
}

/** The days themselves; what was booked for older days since; what was refunded since. */
function filtersOf({ storeId, tillNo, businessOn, before }: DayAsked): object[] {
  const till = { storeId, tillNo: tillNo === NO_TILL ? null : tillNo }
  const fromOn = before ? addDays(before.businessOn, 1) : businessOn
  const days = { ...till, businessOn: command.gte(fromOn).and(command.lte(businessOn)) }
  const sinceAt = Math.min(
    startOfDateAt(fromOn),
    before ? before.signedAt - UNDER_WAY_MS : startOfDateAt(fromOn),
  )
  const since = command.gte(sinceAt)
  const refunded = { ...till, lastRefundedAt: since }
  return before ? [days, { ...till, bookedAt: since }, refunded] : [days, refunded]
}

/** All that fit, page after page by `_id`; false when they are too many. */
async function readAll(filter: object, found: Map<string, Purchase>): Promise<boolean> {
  for (let after = ''; ; ) {
    const page = await findWhere<PurchaseDocument>(
      'purchases',
      { ...filter, _id: command.gt(after) },
      { orderBy: ['_id', 'asc'], limit: PAGE_ROWS },
    )
    for (const purchase of page) found.set(purchase._id, purchase)
    if (found.size > MAX_CLOSING_PURCHASES) return false
    const last = page.at(-1)
    if (!last || page.length < PAGE_ROWS) return true
    after = last._id
  }
}

/** The purchase itself, and each refund of it: they may belong to different days. */
function countedIn(purchase: Purchase, { businessDay }: DayAsked): Counted[] {
  const { _id, businessOn, bookedAt, maskedName, receiptNo } = purchase
  const { billFen, couponOffFen, roundOffFen, paidFen, points } = purchase.bill
  const row = { maskedName, receiptNo }
  const bought: Counted = {
    key: _id,
    on: businessOn,
    at: bookedAt,
    sums: {
      ...noSums,
      purchaseCount: 1,
      billFen,
      couponFen: couponOffFen,
      pointsFen: points?.offFen ?? 0,
      roundOffFen,
      paidFen,
    },
    row: { kind: 'purchase', ...row, amountFen: paidFen },
  }
  const refunds = purchase.refunds.map(({ at, moneyFen }, place) => ({
    key: `${_id}#${place}`,
    on: businessDayOf(at, businessDay),
    at,
    sums: { ...noSums, refundCount: 1, refundFen: moneyFen },
    row: { kind: 'refund' as const, ...row, amountFen: moneyFen },
  }))
  return [bought, ...refunds]
}
