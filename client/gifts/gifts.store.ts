import { createSubmission } from '../submission'

/** Claiming a gift: once for its occasion, also when the answer was lost and it is tapped again. */
export const packStore = createSubmission('gifts.claim')
