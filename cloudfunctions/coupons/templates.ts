/**
 * What coupons are made from: one document each, kept for at most a minute by each instance like
 * the rest of the shop's configuration. What a coupon gives is copied into it when it is issued.
 */
import { type CouponTemplate, newTemplates, type TemplateText } from '../../shared/coupons/coupon'
import { findWhere, type Stored } from '../runtime/database'
import { keptAMinute } from '../runtime/kept'

/** More than a shop has; the platform gives a thousand at once. */
const MAX_TEMPLATES = 1_000

/** Every template by its id; those that no manager has changed are as in a new shop. */
export const loadTemplates = keptAMinute(async () => {
  const stored = await findWhere<TemplateText>('coupon_templates', {}, { limit: MAX_TEMPLATES })
  const templates = new Map<string, CouponTemplate>()
  for (const template of [...newTemplates, ...stored.map(templateOf)]) {
    templates.set(template.templateId, template)
  }
  return templates
})

function templateOf({ _id, ...rest }: Stored<TemplateText>): CouponTemplate {
  return { ...rest, templateId: _id }
}
