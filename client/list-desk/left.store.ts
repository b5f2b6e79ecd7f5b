import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'

export type LeftLine = OutputAt<'lists.uncollected'>['lines'][number]

/** What nobody has fetched of a list. */
export const leftStore = createPaged(
  {
    ask: ({ listId }: { listId: string }, cursor) =>
      api.call('lists.uncollected', { listId, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.lines,
  },
  { listId: '' },
)
