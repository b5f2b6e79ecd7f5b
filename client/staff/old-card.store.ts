import { createSubmission } from '../submission'

/** The two steps of staff: look at what waits under an old card's phone, then hand it over. */
export const oldCardStore = createSubmission('openings.openingAtDesk')
export const claimStore = createSubmission('openings.claimOpeningAtDesk')
