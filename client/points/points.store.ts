import type { Since } from '@shared/points/compared-dates'
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

export type BalanceChange = OutputAt<'points.compare'>
/** `toOn` is left out where the question is about now. */
export interface ChosenDates {
  fromOn: string
  toOn?: string
}
/** Two dates, or how far back: the dates of that are the server's to know. */
export type ComparedDates = ChosenDates | { since: Since }

/** Why the balance changed between two dates, in the parts in which the server tells it. */
export const changeStore = createPaged(
  {
    ask: (dates: ComparedDates, cursor) =>
      api.call('points.compare', { ...dates, ...(cursor ? { cursor } : {}) }),
    rowsOf: (part: BalanceChange) => [part],
  },
  { since: 'month' },
)
