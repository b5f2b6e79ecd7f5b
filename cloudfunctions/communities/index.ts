import { serve } from '../runtime/serve'
import { appointOwner, handOver } from './appoint-owner'
import { bindGroup, rebindGroup } from './bind-group'
import { acceptRules, enterCommunity } from './enter-community'
import { listCommunities, listMine } from './list-communities'
import { pauseCommunity } from './pause-community'
import { saveRules } from './save-rules'
import { setBudget } from './set-budget'
import { showBoard } from './show-board'

export const main = serve('communities', {
  appoint: appointOwner,
  handOver,
  pause: pauseCommunity,
  setBudget,
  list: listCommunities,
  mine: listMine,
  bind: bindGroup,
  rebind: rebindGroup,
  saveRules,
  board: showBoard,
  enter: enterCommunity,
  acceptRules,
})
