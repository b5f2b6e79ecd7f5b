import { createSubmission } from '../submission'

/** Claiming the welcome pack: once ever, also when the answer was lost and it is tapped again. */
export const packStore = createSubmission('gifts.claimPack')
