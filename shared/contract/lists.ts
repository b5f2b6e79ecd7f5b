/** Group-buy lists (接龙): what may be asked of them. Quantities are pieces, or jin in halves. */
import { listEntries } from './list-entries'
import { listPlanning } from './list-planning'

export const lists = {
  ...listPlanning,
  ...listEntries,
}
