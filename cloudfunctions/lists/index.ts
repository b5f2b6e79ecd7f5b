import { serve } from '../runtime/serve'
import { arrivalCases } from './arrival-cases'
import { entryCases } from './entry-cases'
import { pickupCases } from './pickup-cases'
import { planningCases } from './planning-cases'
import { settleLists } from './settle-lists'
import { textCases } from './text-cases'

export const main = serve(
  'lists',
  { ...planningCases, ...entryCases, ...arrivalCases, ...pickupCases, ...textCases },
  settleLists,
)
