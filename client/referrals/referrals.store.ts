import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { routes } from '../routes'
import { createSubmission } from '../submission'

export type InvitationRow = OutputAt<'referrals.mine'>['invitations'][number]

/** Her own code and what it promises; asking for it makes it. */
export const invitationStore = createSubmission('referrals.invitation')

export function loadInvitation(): Promise<void> {
  const { open, send } = invitationStore.getState()
  open({})
  return send()
}

/** Whom she invited, the newest first. */
export const invitedStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('referrals.mine', cursor ? { cursor } : {}),
    rowsOf: (page) => page.invitations,
  },
  {},
)

export function loadInvited(): Promise<void> {
  return invitedStore.getState().load({})
}

/** Where an invitation's card leads; a poster's code opens the same page by its scene. */
export function invitationPath(scene: string): string {
  return `${routes.join}?scene=${encodeURIComponent(scene)}`
}
