import { createReading } from '../reading'
import { createSubmission } from '../submission'

/** An old member takes what waits under her phone. */
export const openingStore = createSubmission('openings.claimOpening')

/** Did she take it before, or have staff handed it over? */
export const myOpeningStore = createReading('openings.mine')
