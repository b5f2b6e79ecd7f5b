/** What a day came to, added up by the database: for the top of the manager's desk. */
import { addDays } from '../../shared/business-date'
import { LISTS_TILL, NO_TILL } from '../../shared/closings/day-closing'
import { type TillSigned, type TillSold, unclosedTills } from '../../shared/closings/missing'
import type { ManagerToday } from '../../shared/contract/staff-today'
import type { Shop } from '../../shared/rules/shop'
import { aggregate, command, countWhere } from '../runtime/database'
import { storeNameOf } from '../runtime/roles'

/** A till that was not closed for longer than this is asked about by nobody. */
const LOOKED_BACK_DAYS = 14
const MOST_TILLS = 500

/** What members bought on a day at these stores: what was paid for it and not given back. */
export async function salesOn(
  storeIds: readonly string[],
  on: string,
): Promise<ManagerToday['sales']> {
  const $ = command.aggregate
  const [sum] = await aggregate<ManagerToday['sales']>('purchases', [
    ['match', { storeId: command.in([...storeIds]), businessOn: on }],
    [
      'group',
      {
        _id: null,
        purchaseCount: $.sum(1),
        paidFen: $.sum($.subtract(['$bill.paidFen', '$refundedFen'])),
      },
    ],
  ])
  return { purchaseCount: sum?.purchaseCount ?? 0, paidFen: sum?.paidFen ?? 0 }
}

/** What only went from one account to another, or was put right, neither came nor went. */
const noMovement = ['merge', 'rebuild']

/** Points that members got and that left them on a day, in the whole shop. */
export async function pointsOn(on: string): Promise<ManagerToday['points']> {
  const $ = command.aggregate
  const rows = await aggregate<{ _id: boolean; points: number }>('points_entries', [
    ['match', { on, kind: command.nin(noMovement), points: command.neq(0) }],
    ['group', { _id: $.gt(['$points', 0]), points: $.sum('$points') }],
  ])
  const sumOf = (isIn: boolean) => rows.find(({ _id }) => _id === isIn)?.points ?? 0
  return { inPoints: sumOf(true), outPoints: -sumOf(false) }
}

/** Tills of these stores that sold on a day that is over and is in no closing; two calls. */
export async function closingsMissing(
  shop: Shop,
  storeIds: readonly string[],
  todayOn: string,
): Promise<ManagerToday['closings']> {
  const $ = command.aggregate
  const days = command.gte(addDays(todayOn, -LOOKED_BACK_DAYS)).and(command.lt(todayOn))
  const there = { storeId: command.in([...storeIds]), businessOn: days }
  const byTill = { storeId: '$storeId', tillNo: '$tillNo' }
  type Last = { _id: { storeId: string; tillNo?: string | null }; on: string }
  const lastOf = (collection: 'purchases' | 'day_closings') =>
    aggregate<Last>(collection, [
      ['match', there],
      ['group', { _id: byTill, on: $.max('$businessOn') }],
      ['limit', MOST_TILLS],
    ])
  const [sales, closings] = await Promise.all([lastOf('purchases'), lastOf('day_closings')])
  const sold = sales.map(({ _id, on }): TillSold => ({ ...tillOf(_id), lastOn: on }))
  const signed = closings.map(({ _id, on }): TillSigned => ({ ...tillOf(_id), businessOn: on }))
  const missing = unclosedTills(
    sold.filter(({ tillNo }) => tillNo !== LISTS_TILL),
    signed,
  )
  const [first] = missing
  return {
    missingCount: missing.length,
    first: first
      ? {
          storeId: first.storeId,
          storeName: storeNameOf(shop, first.storeId) ?? '',
          businessOn: first.lastOn,
        }
      : null,
  }
}

function tillOf({ storeId, tillNo }: { storeId: string; tillNo?: string | null }) {
  return { storeId, tillNo: tillNo ?? NO_TILL }
}

/** What waits for a manager's word; an adjustment that she asked for herself waits for another. */
export async function approvalsFor(
  memberId: string,
  storeIds: readonly string[],
  todayOn: string,
): Promise<ManagerToday['approvals']> {
  const storeId = command.in([...storeIds])
  const [adjustments, texts, invitations, goods, damages] = await Promise.all([
    countWhere('points_adjustments', { state: 'waiting', askedBy: command.neq(memberId) }),
    countWhere('held_texts', { state: 'held' }),
    countWhere('members', {
      'invitation.state': 'held',
      'invitation.checkOn': command.lte(todayOn),
    }),
    countWhere('lists', { state: 'waiting', goodsState: 'held', storeId }),
    countWhere('list_damages', { state: 'waiting', needsManager: true, storeId }),
  ])
  return { adjustments, texts, invitations, goods, damages }
}
