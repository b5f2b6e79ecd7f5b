import { storeInput } from '../session/serving.store'
import { createSubmission } from '../submission'

/** The two steps of staff: look at the pick-up, then hand the reward over. */
export const pickupStore = createSubmission('mall.findPickup')
export const handoverStore = createSubmission('mall.verifyPickup')

/** The same two for a gift coupon, whose digits are as long. */
export const couponStore = createSubmission('coupons.findByCode')
export const verifyStore = createSubmission('coupons.verify')

/** Looks what these digits are: of a redemption, or else of a coupon. */
export async function lookAt(code: string): Promise<void> {
  handoverStore.getState().open({ pickupCode: code, ...storeInput() })
  verifyStore.getState().open({ couponCode: code, ...storeInput() })
  couponStore.getState().close()
  pickupStore.getState().open({ pickupCode: code })
  await pickupStore.getState().send()
  const { wish, refused } = pickupStore.getState()
  if (wish?.pickupCode !== code || refused?.code !== 'PICKUP_NOT_FOUND') return
  couponStore.getState().open({ couponCode: code, ...storeInput() })
  await couponStore.getState().send()
}
