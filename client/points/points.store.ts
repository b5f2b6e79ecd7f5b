import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'

export type History = OutputAt<'points.history'>
export type HistoryEntry = History['entries'][number]
export type Direction = 'all' | 'in' | 'out'

/** The member's books, the newest entry first. */
export const historyStore = createPaged(
  {
    ask: ({ direction }: { direction: Direction }, cursor) =>
      api.call('points.history', {
        ...(direction === 'all' ? {} : { direction }),
        ...(cursor ? { cursor } : {}),
      }),
    rowsOf: (page) => page.entries,
  },
  { direction: 'all' },
)
