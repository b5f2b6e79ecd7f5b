import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'

export type ClosingRow = OutputAt<'closings.closings'>['closings'][number]

/** Which store's closings, and of which till; of all its tills when none is named. */
export interface ClosingsOf {
  readonly storeId: string
  readonly tillNo?: string
}

/** Signed closings, the latest day first. */
export const closingsStore = createPaged(
  {
    ask: (query: Partial<ClosingsOf>, cursor) =>
      api.call('closings.closings', { ...query, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.closings,
  },
  {},
)

/** One of them. */
export const closingRecordStore = createReading('closings.closing')

/** Opens one; nothing of another one stays on the screen meanwhile. */
export function openClosingRecord(wanted: Required<ClosingsOf> & { businessOn: string }) {
  const { data } = closingRecordStore.getState()
  const isShown =
    data?.storeId === wanted.storeId &&
    data.businessOn === wanted.businessOn &&
    data.tillNo === wanted.tillNo
  if (!isShown) closingRecordStore.setState({ data: null, trouble: null })
  return closingRecordStore.getState().load(wanted)
}
