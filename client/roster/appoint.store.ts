import { createSubmission } from '../submission'

/** A manager makes a member staff of a store, or ends it. */
export const appointStore = createSubmission('staff.appoint')

/** The first owner of an empty shop, by the code that the deployment printed. */
export const setUpStore = createSubmission('staff.setUp')
