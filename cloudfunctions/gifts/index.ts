import { serve } from '../runtime/serve'
import { claimGift, claimPack } from './claim-gift'

export const main = serve('gifts', { claimPack, claim: claimGift })
