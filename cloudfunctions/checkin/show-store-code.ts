import { addDays, businessDateOf, startOfDateAt } from '../../shared/business-date'
import type { checkin } from '../../shared/contract/checkin'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { countVisits } from './repository'
import { storeCodeOf } from './store-codes'

/** Today's code of a store, for its staff to show. Refuses STORE_REQUIRED and STORE_FOREIGN. */
export const showStoreCode: UseCase<typeof checkin.storeCode> = async (input, context) => {
  const { staff, shop, now: serverNow } = context
  const store = storeOf(staff, shop, input.storeId)
  if (!store.ok) return store
  const { storeId, name: storeName } = store.value
  const on = businessDateOf(serverNow)
  return accept({
    ...{ serverNow, storeId, storeName, on },
    untilAt: startOfDateAt(addDays(on, 1)),
    storeCode: storeCodeOf(storeId, on),
    visitCount: await countVisits(storeId, on),
  })
}
