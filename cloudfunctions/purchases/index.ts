import { serve } from '../runtime/serve'
import { answerProposal } from './answer-proposal'
import { bookForgotten } from './book-forgotten'
import { findPurchases } from './find-purchases'
import { listMine } from './list-mine'
import { listRecent } from './list-recent'
import { previewMyRefund } from './preview-my-refund'
import { previewRefund } from './preview-refund'
import { proposePoints } from './propose-points'
import { quotePurchase } from './quote-purchase'
import { refundPurchase } from './refund-purchase'
import { settlePurchase } from './settle-purchase'
import { showMine } from './show-mine'
import { showProposal } from './show-proposal'
import { showPurchase } from './show-purchase'
import { sweepPurchases } from './sweep-purchases'

const useCases = {
  quote: quotePurchase,
  settle: settlePurchase,
  bookForgotten,
  proposePoints,
  proposal: showProposal,
  answerProposal,
  refund: refundPurchase,
  previewRefund,
  previewMyRefund,
  recent: listRecent,
  find: findPurchases,
  show: showPurchase,
  mine: listMine,
  showMine,
}

export const main = serve('purchases', useCases, sweepPurchases)
