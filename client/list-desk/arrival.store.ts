import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type Arrived = OutputAt<'lists.arrive'>

export const arriveStore = createSubmission('lists.arrive')
export const remindStore = createSubmission('lists.remind')

/** Who was told of an arrival, by number. */
export const reachedStore = createPaged(
  {
    ask: ({ listId }: { readonly listId: string }, cursor) =>
      api.call('lists.reached', { listId, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.entries,
  },
  { listId: '' },
)
