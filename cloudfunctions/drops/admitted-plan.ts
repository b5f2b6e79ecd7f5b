/** A plan that its rule, its communities and its template allow. */
import { businessDayOf } from '../../shared/business-day'
import type { drops } from '../../shared/contract/drops'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import { type CouponTemplate, validDatesOf } from '../../shared/coupons/coupon'
import { admitPlan, type DropPlan } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Community, readCommunity } from '../communities/repository'
import { admitDesk } from '../communities/rights'
import { publishedTemplate } from '../coupons/templates'
import type { StaffContext } from '../runtime/context'
import { admitPublishedText } from '../runtime/published-texts'

export type Wish = ParsedInputOf<typeof drops.schedule>

export interface AdmittedPlan {
  readonly plan: DropPlan
  readonly template: CouponTemplate
  readonly communities: readonly Community[]
}

/**
 * Refuses what `admitPlan` and `admitCommunities` refuse, TEMPLATE_NOT_FOUND, SHARE_RULE for a
 * coupon's title, and COUPON_EXPIRED for coupons whose days are over before the drop is.
 */
export async function admittedPlan(
  wish: Wish,
  context: StaffContext,
): Promise<Outcome<AdmittedPlan>> {
  const plan = planOf(wish)
  const sound = admitPlan(plan, context.now)
  if (!sound.ok) return sound
  const own = await admitCommunities(plan.quotas, context, { mayBePaused: false })
  if (!own.ok) return own
  // What was published a moment ago may be dropped at once: no instance's memory will do.
  const template = await publishedTemplate(plan.templateId)
  if (!template) return refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
  const lawful = admitPublishedText('templateId', template.title)
  if (!lawful.ok) return lawful
  const lasts = admitDays(template, plan, context)
  if (!lasts.ok) return lasts
  return accept({ plan, template, communities: own.value })
}

/** Nobody is given what she cannot use any more, also who comes in the last minute. */
function admitDays(
  template: CouponTemplate,
  { closesAt }: DropPlan,
  { shop }: StaffContext,
): Outcome<null> {
  const lastClaimOn = businessDayOf(closesAt - 1, shop.businessDay)
  const { expiresOn } = validDatesOf(lastClaimOn, template)
  if (expiresOn >= lastClaimOn) return accept(null)
  return refuse('COUPON_EXPIRED', { field: 'templateId', expiresOn })
}

/**
 * Refuses the first community that is not the caller's to plan for: COMMUNITY_NOT_FOUND,
 * STORE_FOREIGN, COMMUNITY_PAUSED.
 */
export async function admitCommunities(
  quotas: DropPlan['quotas'],
  context: StaffContext,
  { mayBePaused } = { mayBePaused: true },
): Promise<Outcome<readonly Community[]>> {
  const communities: Community[] = []
  for (const [place, { communityId }] of quotas.entries()) {
    const field = `quotas.${place}.communityId`
    const community = await readCommunity(communityId)
    if (!community) return refuse('COMMUNITY_NOT_FOUND', { field })
    const admitted = admitDesk(community, context)
    if (!admitted.ok) return refuse(admitted.code, { ...admitted.detail, field })
    if (community.isPaused && !mayBePaused) return refuse('COMMUNITY_PAUSED', { field })
    communities.push(community)
  }
  return accept(communities)
}

export function planOf(wish: Wish): DropPlan {
  const { title, terms = '', who, templateId, opensAt, closesAt, quotas } = wish
  const { joinedBeforeOn = null, tierFrom = null } = who
  return { title, terms, who: { joinedBeforeOn, tierFrom }, templateId, opensAt, closesAt, quotas }
}

/** What of a drop's document its plan says. */
export function drawnOf({ plan, template }: AdmittedPlan) {
  return { ...plan, template, communityIds: plan.quotas.map(({ communityId }) => communityId) }
}
