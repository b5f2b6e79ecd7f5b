import { api, type InputAt, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type DeskEntry = OutputAt<'lists.entries'>['entries'][number]
export type WhichEntries = NonNullable<InputAt<'lists.entries'>['which']>
export type Totals = OutputAt<'lists.totals'>

interface EntriesQuery {
  readonly listId: string
  readonly which: WhichEntries
}

/** Entries of a list by number, all or those that something is still to be done about. */
export const entriesStore = createPaged(
  {
    ask: ({ listId, which }: EntriesQuery, cursor) =>
      api.call('lists.entries', { listId, which, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.entries,
  },
  { listId: '', which: 'all' },
)

export const totalsStore = createReading('lists.totals')

export const joinForStore = createSubmission('lists.joinFor')
export const changeForStore = createSubmission('lists.changeFor')
export const cancelForStore = createSubmission('lists.cancelFor')
export const confirmClaimStore = createSubmission('lists.confirmClaim')
export const markPaidStore = createSubmission('lists.markPaid')
export const weighStore = createSubmission('lists.weigh')
export const handOverStore = createSubmission('lists.handOver')
