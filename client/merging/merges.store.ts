import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type MergePreview = OutputAt<'merging.preview'>
export type MergeRow = OutputAt<'merging.merge'>

export const previewStore = createReading('merging.preview')
export const mergeStore = createSubmission('merging.merge')
export const undoStore = createSubmission('merging.undo')
export const mergesStore = createPaged(
  {
    ask: (_all: object, cursor) => api.call('merging.merges', cursor ? { cursor } : {}),
    rowsOf: (page) => page.merges,
  },
  {},
)

export function loadMerges(): Promise<void> {
  return mergesStore.getState().load({})
}

/** Looks at what would move; nobody else's figures stay on the screen meanwhile. */
export function previewMerge(numbers: { fromNumber: string; toNumber: string }): Promise<void> {
  mergeStore.getState().close()
  previewStore.setState({ data: null, trouble: null })
  return previewStore.getState().load(numbers)
}
