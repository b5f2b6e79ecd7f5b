import { serve } from '../runtime/serve'
import { bookForgotten } from './book-forgotten'
import { listRecent } from './list-recent'
import { quotePurchase } from './quote-purchase'
import { beginImport, sendImportPage } from './receive-import'
import { refundPurchase } from './refund-purchase'
import { reportImport } from './report-import'
import { settlePurchase } from './settle-purchase'
import { bookImport, checkImport, finishImports } from './work-import'

const useCases = {
  quote: quotePurchase,
  settle: settlePurchase,
  bookForgotten,
  refund: refundPurchase,
  recent: listRecent,
  beginImport,
  sendImportPage,
  checkImport,
  bookImport,
  importReport: reportImport,
}

export const main = serve('purchases', useCases, finishImports)
