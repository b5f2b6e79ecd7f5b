import { serve } from '../runtime/serve'
import { entryCases } from './entry-cases'
import { planningCases } from './planning-cases'
import { settleLists } from './settle-lists'

export const main = serve('lists', { ...planningCases, ...entryCases }, settleLists)
