import type { mall } from '../../shared/contract/mall'
import { refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { admitAttempt, countFailure } from '../runtime/roles'
import { deskCodes } from './desk-codes'

/**
 * Looks at what a code is for, a redemption's or a coupon's, before anything is handed over.
 * Refuses PICKUP_NOT_FOUND (counted like a wrong member code), CODE_ATTEMPTS, SELF_SERVICE, and
 * why a redemption may not be fetched; a coupon says that of itself.
 */
export const findPickup: UseCase<typeof mall.findPickup> = async (input, context) => {
  const { staff, now } = context
  const attempt = admitAttempt(staff, now)
  if (!attempt.ok) return attempt
  for (const look of deskCodes) {
    const seen = await look(input, context)
    if (seen) return seen
  }
  await countFailure(staff, now)
  return refuse('PICKUP_NOT_FOUND')
}
