import type { staffToday } from '../../shared/contract/staff-today'
import { accept } from '../../shared/refusal'
import { countAllWaiting } from '../mall/repository'
import { countMembers } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { managesStore } from '../runtime/roles'
import { approvalsFor, closingsMissing, pointsOn, salesOn } from './today-figures'

/**
 * Today, as the manager's desk shows it first: sales and closings of the stores that she manages,
 * the rest of the whole shop. All of it is asked for at once.
 */
export const showToday: UseCase<typeof staffToday.today> = async (_input, context) => {
  const { shop, staff, memberId, todayOn, now } = context
  const managed = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const storeIds = managed.map(({ storeId }) => storeId)
  const [sales, joinedCount, points, pickupCount, closings, approvals] = await Promise.all([
    salesOn(storeIds, todayOn),
    countMembers(todayOn),
    pointsOn(todayOn),
    countAllWaiting(todayOn),
    closingsMissing(shop, storeIds, todayOn),
    approvalsFor(memberId, storeIds, todayOn),
  ])
  const figures = { sales, joinedCount, points, pickupCount, closings, approvals }
  return accept({ serverNow: now, todayOn, ...figures })
}
