import { serve } from '../runtime/serve'
import { decideHeld } from './decide-held'
import { listHeld } from './list-held'
import { listMine } from './list-mine'
import { settleInvitations } from './settle-invitations'
import { showInvitation } from './show-invitation'

export const main = serve(
  'referrals',
  { invitation: showInvitation, mine: listMine, held: listHeld, decide: decideHeld },
  settleInvitations,
)
