import type { mall, PickupAnswer } from '../../shared/contract/mall'
import { admitPickup } from '../../shared/mall/redemption'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import { pickupByCode, withUse } from './find-pickup'
import { pickupPreviewOf, readRedemption } from './repository'

/**
 * Hands a reward over: the code works once. The same request again answers the first result;
 * another one refuses PICKUP_USED with when, where and by whom.
 */
export const verifyPickup: UseCase<typeof mall.verifyPickup> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const { pickupCode } = input
  const meaning = { pickupCode, storeId: store.value.storeId }
  return recorded<PickupAnswer>(context, { meaning }, async ({ record }) => {
    const found = await pickupByCode(pickupCode, context)
    if (!found.ok) return found
    const at = { store: store.value, context }
    return inTransaction(async (tx) => {
      const outcome = await handOver(tx, found.value._id, at)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

async function handOver(
  tx: Transaction,
  redemptionId: string,
  { store, context }: { store: Store; context: StaffContext },
): Promise<Outcome<PickupAnswer>> {
  const redemption = await readRedemption(redemptionId, tx)
  if (!redemption) return refuse('PICKUP_NOT_FOUND')
  const admitted = admitPickup(redemption, context.todayOn)
  if (!admitted.ok) return withUse(admitted, redemption)
  const { now: at, staff } = context
  const { storeId, name: storeName } = store
  const staffName = staff.displayName
  const collected = { at, storeId, storeName, staffId: staff._id, staffName }
  await tx.put('redemptions', { ...redemption, state: 'collected', collected })
  return accept({ ...pickupPreviewOf(redemption), collectedAt: at, storeName, staffName })
}
