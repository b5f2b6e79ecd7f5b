import { serve } from '../runtime/serve'
import { answerProposal } from './answer-proposal'
import { bookForgotten } from './book-forgotten'
import { listClosings } from './list-closings'
import { listImports } from './list-imports'
import { listMine } from './list-mine'
import { listRecent } from './list-recent'
import { previewMyRefund } from './preview-my-refund'
import { previewRefund } from './preview-refund'
import { proposePoints } from './propose-points'
import { quotePurchase } from './quote-purchase'
import { beginImport, sendImportPage } from './receive-import'
import { refundPurchase } from './refund-purchase'
import { reportImport } from './report-import'
import { settlePurchase } from './settle-purchase'
import { showClosing } from './show-closing'
import { showMine } from './show-mine'
import { showProposal } from './show-proposal'
import { signClosing } from './sign-closing'
import { sweepPurchases } from './sweep-purchases'
import { takeTillPurchases } from './take-till-purchases'
import { bookImport, checkImport } from './work-import'

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
  beginImport,
  sendImportPage,
  checkImport,
  bookImport,
  imports: listImports,
  importReport: reportImport,
  mine: listMine,
  showMine,
  closing: showClosing,
  closings: listClosings,
  signClosing,
}

export const main = serve('purchases', useCases, {
  ...sweepPurchases,
  takeSigned: takeTillPurchases,
})
