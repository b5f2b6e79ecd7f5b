import { serve } from '../runtime/serve'
import { showCard } from './show-card'

export const main = serve('stamps', { card: showCard })
