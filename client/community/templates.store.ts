import type { OutputAt } from '../api'
import { createReading } from '../reading'
import type { DropRow } from './drops.store'

/** What the manager has published, for owners as for managers. */
export const templatesStore = createReading('drops.templates')

export type CouponChoice = OutputAt<'drops.templates'>['templates'][number]

/** What a drop may give: the coupons of earlier ones first, the latest at the head. */
export function couponChoices(
  drops: readonly DropRow[],
  templates: readonly CouponChoice[],
): readonly CouponChoice[] {
  const isKnown = (templateId: string) => drops.some((drop) => drop.templateId === templateId)
  const known = new Set(drops.map(({ templateId }) => templateId))
  const earlier = [...known].flatMap(
    (templateId) => templates.find((each) => each.templateId === templateId) ?? [],
  )
  return [...earlier, ...templates.filter(({ templateId }) => !isKnown(templateId))]
}
