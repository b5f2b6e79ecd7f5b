/** Group-buy lists (接龙): what may be asked of them. Quantities are pieces, or jin in halves. */
import { listArrival } from './list-arrival'
import { listEntries } from './list-entries'
import { listPickup } from './list-pickup'
import { listPlanning } from './list-planning'
import { listTexts } from './list-texts'

export const lists = {
  ...listPlanning,
  ...listEntries,
  ...listArrival,
  ...listPickup,
  ...listTexts,
}
