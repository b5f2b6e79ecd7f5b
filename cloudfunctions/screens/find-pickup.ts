import type { mall } from '../../shared/contract/mall'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { type Pickup, pickupByCode } from '../runtime/pickups'
import { admitAttempt, countFailure } from '../runtime/roles'
import { pickupKinds } from './pickup-kinds'

/** Looks at what a pick-up code is for, before anything is handed over. */
export const findPickup: UseCase<typeof mall.findPickup> = async (input, context) => {
  const found = await pickupForCode(input.pickupCode, context)
  if (!found.ok) return found
  const admitted = found.value.admit(context.todayOn)
  return admitted.ok ? accept(found.value.preview) : withUse(admitted, found.value)
}

/** Refuses PICKUP_NOT_FOUND (counted like a wrong member code), CODE_ATTEMPTS, SELF_SERVICE. */
export async function pickupForCode(
  pickupCode: string,
  context: StaffContext,
): Promise<Outcome<Pickup>> {
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

/** A used code says when, where and by whom. */
export function withUse(refusal: Refusal, { collected }: Pickup): Refusal {
  if (refusal.code !== 'PICKUP_USED' || !collected) return refusal
  const { at, storeName, staffName } = collected
  return refuse('PICKUP_USED', { collectedAt: at, storeName, staffName })
}
