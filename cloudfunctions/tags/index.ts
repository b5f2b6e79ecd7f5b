import { serve } from '../runtime/serve'
import { setTag } from './set-tag'

export const main = serve('tags', { set: setTag })
