import { createSubmission } from '../submission'

/** One look at what a member told the shop alone; the server keeps who looked, and why. */
export const revealStore = createSubmission('members.reveal')
