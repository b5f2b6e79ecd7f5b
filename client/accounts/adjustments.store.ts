import { api } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

/** All adjustments by hand, the newest first; reading them books what is ripe. */
export const adjustmentsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('points.adjustments', cursor ? { cursor } : {}),
    rowsOf: (page) => page.adjustments,
  },
  {},
)

export const decideStore = createSubmission('points.approveAdjustment')

export function loadAdjustments(): Promise<void> {
  return adjustmentsStore.getState().load({})
}
