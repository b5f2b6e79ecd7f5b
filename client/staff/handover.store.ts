import { storeInput } from '../session/serving.store'
import { createSubmission } from '../submission'

/** The two steps of staff: look what a code is for, then hand it over. */
export const pickupStore = createSubmission('mall.findPickup')
export const handoverStore = createSubmission('mall.verifyPickup')

/** The second one for a gift coupon, whose digits are as long. */
export const verifyStore = createSubmission('coupons.verify')

/** Looks what these digits are: of a redemption, or of a coupon. */
export function lookAt(code: string): Promise<void> {
  handoverStore.getState().open({ pickupCode: code, ...storeInput() })
  verifyStore.getState().open({ couponCode: code, ...storeInput() })
  pickupStore.getState().open({ pickupCode: code, ...storeInput() })
  return pickupStore.getState().send()
}
