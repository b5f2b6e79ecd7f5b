import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type DropRow = OutputAt<'drops.list'>['drops'][number]

/** Her drops with what came of them, the latest first. */
export const dropsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('drops.list', cursor ? { cursor } : {}),
    rowsOf: (page) => page.drops,
  },
  {},
)

export function loadDrops(): Promise<void> {
  return dropsStore.getState().load({})
}

export const scheduleStore = createSubmission('drops.schedule')
export const changeStore = createSubmission('drops.change')
export const cancelStore = createSubmission('drops.cancel')
export const closeStore = createSubmission('drops.close')
