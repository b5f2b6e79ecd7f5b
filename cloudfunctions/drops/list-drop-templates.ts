import type { drops } from '../../shared/contract/drops'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { MAX_DROP_TEMPLATES } from '../../shared/limits'
import { accept } from '../../shared/refusal'
import { publishedTemplates } from '../coupons/templates'
import type { UseCase } from '../runtime/context'
import { dropCouponOf } from './repository'

/**
 * What a drop may be made of. A manager who publishes a template is told that owners may drop it,
 * within the month's coupons of their communities; drafts stay at her desk.
 */
export const listDropTemplates: UseCase<typeof drops.templates> = async (_input, context) => {
  const { shop, todayOn } = context
  const usable = [...(await publishedTemplates()).values()]
    .filter((template) => !isPast(template, todayOn))
    .sort(byTitle)
    .slice(0, MAX_DROP_TEMPLATES)
  return accept({
    templates: usable.map((template) => ({
      templateId: template.templateId,
      ...dropCouponOf({ template }, shop),
    })),
  })
}

/** Of fixed dates that are over: whoever claimed one could use it nowhere. */
function isPast({ validity }: CouponTemplate, todayOn: string): boolean {
  return 'validUntilOn' in validity && validity.validUntilOn < todayOn
}

function byTitle(one: CouponTemplate, other: CouponTemplate): number {
  return (
    one.title.localeCompare(other.title, 'zh-Hans-CN') ||
    (one.templateId < other.templateId ? -1 : 1)
  )
}
