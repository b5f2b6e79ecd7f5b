import { serve } from '../runtime/serve'
import { claimOpening } from './claim-opening'
import { claimOpeningAtDesk } from './claim-opening-at-desk'
import { previewOpeningAtDesk } from './preview-opening-at-desk'

export const main = serve('openings', {
  claimOpening,
  openingAtDesk: previewOpeningAtDesk,
  claimOpeningAtDesk,
})
