import { api, type OutputAt } from '../api'
import { shortDay } from '../format'
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

type View = NonNullable<TemplateRow['published']>

/** `领到后 30 天内可用`, or the two dates. */
export function validityText({
  validDays,
  validFromOn = '',
  validUntilOn = '',
}: Pick<View, 'validDays' | 'validFromOn' | 'validUntilOn'>): string {
  if (validDays !== undefined) return `领到后 ${validDays} 天内可用`
  return `${shortDay(validFromOn)} – ${shortDay(validUntilOn)}可用`
}
