import { businessDayOf } from '../../shared/business-day'
import type { ImportedPurchase, ImportWorld } from '../../shared/imports/purchase-import'
import type { Context, StaffContext } from '../runtime/context'
import { phoneHashOf } from '../runtime/phone-hash'
import { managesStore } from '../runtime/roles'
import type { PurchaseImportRow } from './import-jobs'

/** What a manager's file may name: the shop's stores, and as her own those that she manages. */
export function worldOf({ shop, todayOn, staff }: StaffContext): ImportWorld {
  const managed = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const ownStoreIds = managed.map(({ storeId }) => storeId)
  return { todayOn, stores: shop.stores, ownStoreIds, capFen: null, dayOf: dayBy(shop) }
}

/** What a till system may name: every store, and no purchase above the cap that needs a manager. */
export function tillWorldOf({ shop, todayOn }: Pick<Context, 'shop' | 'todayOn'>): ImportWorld {
  const ownStoreIds = shop.stores.map(({ storeId }) => storeId)
  const { stores, purchaseCapFen: capFen } = shop
  return { todayOn, stores, ownStoreIds, capFen, dayOf: dayBy(shop) }
}

/** A till's file has times; a sale after midnight may be the evening's. */
function dayBy({ businessDay }: Context['shop']): (at: number) => string {
  return (at) => businessDayOf(at, businessDay)
}

/** Until the check has been. */
export const unjudged = { verdict: null, ofRowNo: null, isLate: false } as const

/** From here on there is no phone any more, only its hash. */
export function hashedPurchase({
  phone,
  ...purchase
}: ImportedPurchase): Omit<PurchaseImportRow, 'rowNo'> {
  const phoneHash = phone === null ? null : phoneHashOf(phone)
  return { ...purchase, phoneHash, memberId: null, scannedId: null, ...unjudged }
}
