import { createSubmission } from '../submission'

/** Joining: one request from the moment the page opens until an answer arrives. */
export const joinStore = createSubmission('members.join')
