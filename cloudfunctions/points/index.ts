import { serve } from '../runtime/serve'
import { expireLots } from './expire-lots'
import { listHistory } from './list-history'

export const main = serve('points', { history: listHistory }, expireLots)
