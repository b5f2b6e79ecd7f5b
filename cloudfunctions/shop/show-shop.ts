import type { ShopFacts, shop } from '../../shared/contract/shop'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { wordsOfShop, wordsOfStore } from '../../shared/shop/shop-facts'
import { loadNewestShop } from '../runtime/config'
import type { StaffContext, UseCase } from '../runtime/context'
import { managesStore } from '../runtime/roles'
import { heldFieldsOf } from './held-texts'

/** The shop's facts as they are stored now, and which of them the caller may change. */
export const showShop: UseCase<typeof shop.show> = async (_input, context) =>
  accept(factsOf(await loadNewestShop(), context))

export function factsOf(
  shop: Shop,
  { now, todayOn, staff }: Pick<StaffContext, 'now' | 'todayOn' | 'staff'>,
): ShopFacts {
  return {
    serverNow: now,
    todayOn,
    revision: shop.factsRevision ?? 0,
    isOwner: staff.owner,
    ...wordsOfShop(shop),
    stores: shop.stores.map((store) => ({
      ...wordsOfStore(store),
      storeId: store.storeId,
      isManaged: managesStore(staff, store.storeId),
    })),
    heldFields: heldFieldsOf(shop),
  }
}
