import { serve } from '../runtime/serve'
import { decideHeldText } from '../screens/decide-held-text'
import { listHeld } from './list-held'

export const main = serve('moderation', { held: listHeld, decide: decideHeldText })
