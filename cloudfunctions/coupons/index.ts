import { serve } from '../runtime/serve'
import { listWallet } from './list-wallet'

export const main = serve('coupons', { wallet: listWallet })
