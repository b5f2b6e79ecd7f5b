import { serve } from '../runtime/serve'
import { arrivalCases } from './arrival-cases'
import { entryCases } from './entry-cases'
import { pickupCases } from './pickup-cases'
import { planningCases } from './planning-cases'
import { settleLists } from './settle-lists'

export const main = serve(
  'lists',
  { ...planningCases, ...entryCases, ...arrivalCases, ...pickupCases },
  settleLists,
)
