import type { mall, PickupAnswer } from '../../shared/contract/mall'
import { admitPickup } from '../../shared/redemption'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/shop'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { storeOf } from '../runtime/roles'
import { pickupByCode, withUse } from './find-pickup'
import { pickupPreviewOf, type Redemption, readRedemption } from './repository'

/**
 * Hands a reward over: the code works once. The same request again answers the first result;
 * another one refuses PICKUP_USED with when, where and by whom.
 */
export const verifyPickup: UseCase<typeof mall.verifyPickup> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const found = await pickupByCode(input.pickupCode, context)
  if (!found.ok) return found
  const before = decide(found.value, context)
  if (!before.ok) return before
  if (before.value) return accept(before.value)
  const outcome = await inTransaction((tx) =>
    handOver(tx, found.value._id, { store: store.value, context }),
  )
  return outcome === 'duplicate' ? refuse('BUSY') : outcome
}

async function handOver(
  tx: Transaction,
  redemptionId: string,
  { store, context }: { store: Store; context: StaffContext },
): Promise<Outcome<PickupAnswer>> {
  const redemption = await readRedemption(redemptionId, tx)
  if (!redemption) return refuse('PICKUP_NOT_FOUND')
  const decided = decide(redemption, context)
  if (!decided.ok) return decided
  if (decided.value) return accept(decided.value)
  const { now, staff, requestKey } = context
  const collected = {
    requestKey,
    at: now,
    storeId: store.storeId,
    storeName: store.name,
    staffId: staff._id,
    staffName: staff.displayName,
  }
  const after: Redemption = { ...redemption, state: 'collected', collected }
  await tx.put('redemptions', after)
  return accept(answerOf(after, collected))
}

/** The first answer when this very request handed it over; null when it may be now. */
function decide(redemption: Redemption, context: StaffContext): Outcome<PickupAnswer | null> {
  const { collected } = redemption
  if (collected?.requestKey === context.requestKey) return accept(answerOf(redemption, collected))
  const admitted = admitPickup(redemption, context.todayOn)
  return admitted.ok ? accept(null) : withUse(admitted, redemption)
}

function answerOf(
  redemption: Redemption,
  collected: NonNullable<Redemption['collected']>,
): PickupAnswer {
  const { at, storeName, staffName } = collected
  return { ...pickupPreviewOf(redemption), collectedAt: at, storeName, staffName }
}
