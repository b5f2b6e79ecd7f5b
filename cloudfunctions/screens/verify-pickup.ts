import type { mall, PickupAnswer } from '../../shared/contract/mall'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { openPickup, type Pickup, pickupByCode } from '../runtime/pickups'
import { admitAttempt, countFailure, storeOf } from '../runtime/roles'
import { pickupKinds, withUse } from './pickup-kinds'

/**
 * Hands over what a code is for: it works once. The same request again answers the first result;
 * another one refuses PICKUP_USED with when, where and by whom.
 */
export const verifyPickup: UseCase<typeof mall.verifyPickup> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const { pickupCode } = input
  const meaning = { pickupCode, storeId: store.value.storeId }
  return recorded<PickupAnswer>(context, { meaning }, async ({ record }) => {
    const found = await pickupForCode(pickupCode, context)
    if (!found.ok) return found
    const at = { store: store.value, context }
    return inTransaction(async (tx) => {
      const outcome = await handOver(tx, found.value.what, at)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

/** Refuses PICKUP_NOT_FOUND (counted like a wrong member code), CODE_ATTEMPTS, SELF_SERVICE. */
async function pickupForCode(pickupCode: string, context: StaffContext): Promise<Outcome<Pickup>> {
  const { staff, now, todayOn, memberId } = context
  const attempt = admitAttempt(staff, now)
  if (!attempt.ok) return attempt
  const pickup = await pickupByCode(pickupKinds, pickupCode, todayOn)
  if (!pickup) {
    await countFailure(staff, now)
    return refuse('PICKUP_NOT_FOUND')
  }
  return pickup.memberId === memberId ? refuse('SELF_SERVICE') : accept(pickup)
}

async function handOver(
  tx: Transaction,
  what: Pickup['what'],
  { store, context }: { store: Store; context: StaffContext },
): Promise<Outcome<PickupAnswer>> {
  const open = await openPickup(pickupKinds, what, tx)
  if (!open) return refuse('PICKUP_NOT_FOUND')
  const { pickup, collect } = open
  const admitted = pickup.admit(context.todayOn)
  if (!admitted.ok) return withUse(admitted, pickup)
  const { now: at, staff } = context
  const { storeId, name: storeName } = store
  const staffName = staff.displayName
  await collect({ at, storeId, storeName, staffId: staff._id, staffName })
  return accept({ ...pickup.preview, collectedAt: at, storeName, staffName })
}
