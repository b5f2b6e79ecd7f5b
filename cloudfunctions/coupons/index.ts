import { serve } from '../runtime/serve'
import { listTemplates } from './list-templates'
import { listWallet } from './list-wallet'
import { previewTemplate } from './preview-template'
import { publishTemplate } from './publish-template'
import { saveTemplate } from './save-template'

export const main = serve('coupons', {
  wallet: listWallet,
  templates: listTemplates,
  saveTemplate,
  previewTemplate,
  publishTemplate,
})
