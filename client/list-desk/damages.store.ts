import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type DamageRow = OutputAt<'lists.damages'>['damages'][number]

export const damagesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('lists.damages', cursor ? { cursor } : {}),
    rowsOf: (page) => page.damages,
  },
  {},
)

export const decideStore = createSubmission('lists.decideDamage')

export function loadDamages(): Promise<void> {
  return damagesStore.getState().load({})
}
