import { serve } from '../runtime/serve'
import { claimPack } from './claim-pack'

export const main = serve('gifts', { claimPack })
