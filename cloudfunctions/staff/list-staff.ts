import type { StaffList, StaffRow, staff } from '../../shared/contract/staff'
import { MAX_LISTED_STAFF } from '../../shared/limits'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { loadNewestShop } from '../runtime/config'
import type { StaffContext, UseCase } from '../runtime/context'
import type { Staff } from '../runtime/people'
import { findStaffAt, managesStore } from '../runtime/roles'

/**
 * Who serves at the stores that the caller manages, and the shop's owners: owners first, then
 * managers, and among equals who has been there the longest. A manager reads nothing of other
 * stores but where her own staff serve besides.
 */
export const listStaff: UseCase<typeof staff.list> = async (_input, context) => {
  const shop = await loadNewestShop()
  const managed = shop.stores.filter(({ storeId }) => managesStore(context.staff, storeId))
  const storeIds = managed.map(({ storeId }) => storeId)
  const found = await findStaffAt(storeIds, MAX_LISTED_STAFF + 1)
  const rows = found.slice(0, MAX_LISTED_STAFF).map((person) => rowOf(person, shop, context))
  const list: StaffList = {
    serverNow: context.now,
    staff: rows.sort(byStanding),
    isWhole: found.length <= MAX_LISTED_STAFF,
  }
  return accept(list)
}

function rowOf(person: Staff, shop: Shop, { staff, memberId }: StaffContext): StaffRow {
  const stores = shop.stores.flatMap(({ storeId, name }) => {
    const role = person.stores[storeId]
    const sinceAt = person.storesSinceAt?.[storeId] ?? null
    return role ? [{ storeId, name, role, sinceAt, isManaged: managesStore(staff, storeId) }] : []
  })
  const isMe = person._id === memberId
  const isOpen = person.owner ? staff.owner : stores.some(({ isManaged }) => isManaged)
  return {
    memberId: person._id,
    displayName: person.displayName,
    isMe,
    isOwner: person.owner,
    ownerSinceAt: person.owner ? (person.ownerSinceAt ?? null) : null,
    communityOwner: person.communityOwner,
    stores,
    mayEnd: isOpen && !isMe,
  }
}

function byStanding(one: StaffRow, other: StaffRow): number {
  return rankOf(one) - rankOf(other) || sinceOf(one) - sinceOf(other)
}

function rankOf({ isOwner, stores }: StaffRow): number {
  if (isOwner) return 0
  return stores.some(({ role }) => role === 'manager') ? 1 : 2
}

/** Whoever was there before it was written down was there first. */
function sinceOf({ stores, ownerSinceAt }: StaffRow): number {
  return Math.min(
    ...stores.map(({ sinceAt }) => sinceAt ?? 0),
    ownerSinceAt ?? Number.POSITIVE_INFINITY,
  )
}
