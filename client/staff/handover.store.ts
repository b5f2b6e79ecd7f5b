import { createSubmission } from '../submission'

/** The two steps of staff: look at the pick-up, then hand the reward over. */
export const pickupStore = createSubmission('mall.findPickup')
export const handoverStore = createSubmission('mall.verifyPickup')
