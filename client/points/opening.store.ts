import { createSubmission } from '../submission'

/** An old member takes what waits under her phone. */
export const openingStore = createSubmission('openings.claimOpening')
