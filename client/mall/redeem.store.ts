import { createSubmission } from '../submission'

/** The confirm sheet of a reward: from its opening to the answer it is one request. */
export const redeemStore = createSubmission('mall.redeem')
