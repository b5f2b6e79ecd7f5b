import type { StaffMe, staff } from '../../shared/contract/staff'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import type { Stored } from '../runtime/database'
import type { StaffDocument } from '../runtime/people'
import { isManager, isStaff, roleAt } from '../runtime/roles'

/**
 * The caller's roles, store by store; empty for a shopper, each of them for an owner. Managers, who
 * open stores and appoint for them, see one at once that opened a moment ago: a call more.
 */
export const showMe: UseCase<typeof staff.me> = async (_input, { staff, shop }) =>
  accept(staffMeOf(staff, isManager(staff) ? await loadNewestShop() : shop))

export function staffMeOf(person: Stored<StaffDocument> | null, shop: Shop): StaffMe {
  const stores = shop.stores.flatMap(({ storeId, name }) => {
    const role = person && roleAt(person, storeId)
    return role ? [{ storeId, name, role }] : []
  })
  return {
    isStaff: isStaff(person),
    isManager: isManager(person),
    isOwner: person?.owner ?? false,
    communityOwner: person?.communityOwner ?? false,
    ...(shop.awaitsOwner ? { awaitsOwner: true } : {}),
    displayName: person?.displayName ?? '',
    stores,
  }
}
