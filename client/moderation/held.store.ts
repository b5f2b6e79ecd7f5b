import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type HeldRow = OutputAt<'moderation.held'>['texts'][number]

/** Texts that wait for a person, the longest first. */
export const heldStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('moderation.held', cursor ? { cursor } : {}),
    rowsOf: (page) => page.texts,
  },
  {},
)

export function loadHeld(): Promise<void> {
  return heldStore.getState().load({})
}

export const decideStore = createSubmission('moderation.decide')
