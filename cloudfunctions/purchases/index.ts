import { serve } from '../runtime/serve'
import { listRecent } from './list-recent'
import { quotePurchase } from './quote-purchase'
import { refundPurchase } from './refund-purchase'
import { settlePurchase } from './settle-purchase'

export const main = serve('purchases', {
  quote: quotePurchase,
  settle: settlePurchase,
  refund: refundPurchase,
  recent: listRecent,
})
