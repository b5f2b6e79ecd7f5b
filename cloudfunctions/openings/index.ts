import { serve } from '../runtime/serve'
import { claimOpening } from './claim-opening'
import { claimOpeningAtDesk } from './claim-opening-at-desk'
import { previewOpeningAtDesk } from './preview-opening-at-desk'
import { showMine } from './show-mine'

export const main = serve('openings', {
  mine: showMine,
  claimOpening,
  openingAtDesk: previewOpeningAtDesk,
  claimOpeningAtDesk,
})
