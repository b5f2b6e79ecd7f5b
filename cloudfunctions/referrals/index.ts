import { serve } from '../runtime/serve'
import { decideHeld, listHeld } from './held-invitations'
import { listMine, showInvitation } from './own-invitations'
import { settleInvitations } from './settle-invitations'

export const main = serve(
  'referrals',
  { invitation: showInvitation, mine: listMine, held: listHeld, decide: decideHeld },
  settleInvitations,
)
