import type { mall } from '../../shared/contract/mall'
import { admitPickup } from '../../shared/mall/redemption'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { admitAttempt, countFailure } from '../runtime/roles'
import { pickupPreviewOf, type Redemption, redemptionByPickup } from './repository'

/** Looks at what a pick-up code is for, before anything is handed over. */
export const findPickup: UseCase<typeof mall.findPickup> = async (input, context) => {
  const found = await pickupByCode(input.pickupCode, context)
  if (!found.ok) return found
  const admitted = admitPickup(found.value, context.todayOn)
  if (!admitted.ok) return withUse(admitted, found.value)
  return accept(pickupPreviewOf(found.value))
}

/** Refuses PICKUP_NOT_FOUND (counted like a wrong member code), CODE_ATTEMPTS, SELF_SERVICE. */
export async function pickupByCode(
  pickupCode: string,
  context: StaffContext,
): Promise<Outcome<Redemption>> {
  const { staff, now, memberId } = context
  const attempt = admitAttempt(staff, now)
  if (!attempt.ok) return attempt
  const redemption = await redemptionByPickup(pickupCode)
  if (!redemption) {
    await countFailure(staff, now)
    return refuse('PICKUP_NOT_FOUND')
  }
  return redemption.memberId === memberId ? refuse('SELF_SERVICE') : accept(redemption)
}

/** A used code says when, where and by whom. */
export function withUse(refusal: Refusal, { collected }: Redemption): Refusal {
  if (refusal.code !== 'PICKUP_USED' || !collected) return refusal
  const { at, storeName, staffName } = collected
  return refuse('PICKUP_USED', { collectedAt: at, storeName, staffName })
}
