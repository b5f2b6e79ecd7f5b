import { serve } from '../runtime/serve'
import { endGiven } from '../screens/end-given'
import { acceptOffer } from './accept-offer'
import { findCoupon } from './find-coupon'
import { issueCoupons } from './issue-coupons'
import { listBatches } from './list-batches'
import { listTemplates } from './list-templates'
import { listWallet } from './list-wallet'
import { offerCoupon } from './offer-coupon'
import { previewTemplate } from './preview-template'
import { publishTemplate } from './publish-template'
import { saveTemplate } from './save-template'
import { showOffer } from './show-offer'
import { sweepCoupons } from './sweep-coupons'
import { verifyAtDesk } from './verify-coupon'
import { voidBatch } from './void-batch'
import { withdrawOffer } from './withdraw-offer'

export const main = serve(
  'coupons',
  {
    wallet: listWallet,
    templates: listTemplates,
    saveTemplate,
    previewTemplate,
    publishTemplate,
    issue: issueCoupons,
    batches: listBatches,
    voidBatch: voidBatch(endGiven),
    findByCode: findCoupon,
    verify: verifyAtDesk,
    offer: offerCoupon,
    showOffer,
    accept: acceptOffer,
    withdraw: withdrawOffer,
  },
  sweepCoupons,
)
