import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type HeldInvitation = OutputAt<'referrals.held'>['invitations'][number]

/** Invitations that look like one person on both sides, the longest first. */
export const heldInvitationsStore = createReading('referrals.held')

export function loadHeldInvitations(): Promise<void> {
  return heldInvitationsStore.getState().load({})
}

export const decideInvitationStore = createSubmission('referrals.decide')
