import type { OutputAt } from '../api'
import { createReading } from '../reading'
import type { DropRow } from './drops.store'

/** Managers see all that is published; an owner plans with what was dropped before. */
export const templatesStore = createReading('coupons.templates')

type Templates = OutputAt<'coupons.templates'>

export interface CouponChoice {
  readonly templateId: string
  readonly title: string
}

/** What a drop may give: the coupons of earlier ones first, the latest at the head. */
export function couponChoices(
  drops: readonly DropRow[],
  templates: Templates | null,
): readonly CouponChoice[] {
  const choices = new Map<string, CouponChoice>()
  for (const { templateId, couponTitle } of drops) {
    if (!choices.has(templateId)) choices.set(templateId, { templateId, title: couponTitle })
  }
  for (const { templateId, published } of templates?.templates ?? []) {
    if (published) choices.set(templateId, { templateId, title: published.title })
  }
  return [...choices.values()]
}
