import { createSubmission } from '../submission'

/** The clerk's two steps: look at the pick-up, then hand the reward over. */
export const pickupStore = createSubmission('mall.findPickup')
export const handoverStore = createSubmission('mall.verifyPickup')
