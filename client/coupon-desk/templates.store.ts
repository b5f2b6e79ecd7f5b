import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type TemplateRow = OutputAt<'coupons.templates'>['templates'][number]
export type TemplatePreview = OutputAt<'coupons.previewTemplate'>

export const templatesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('coupons.templates', cursor ? { cursor } : {}),
    rowsOf: (page) => page.templates,
  },
  {},
)

export function loadTemplates(): Promise<void> {
  return templatesStore.getState().load({})
}

export const saveStore = createSubmission('coupons.saveTemplate')
export const previewStore = createReading('coupons.previewTemplate')
export const publishStore = createSubmission('coupons.publishTemplate')

/** The face of it that members know, or will know. */
export function viewOf({ published, draft }: TemplateRow) {
  return draft ?? published
}
