/** A plan that its rule, its communities and its template allow. */
import type { drops } from '../../shared/contract/drops'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { admitPlan, type DropPlan } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Community, readCommunity } from '../communities/repository'
import { admitDesk } from '../communities/rights'
import { publishedTemplate } from '../coupons/templates'
import type { StaffContext } from '../runtime/context'

export type Wish = ParsedInputOf<typeof drops.schedule>

export interface AdmittedPlan {
  readonly plan: DropPlan
  readonly template: CouponTemplate
  readonly communities: readonly Community[]
}

/** Refuses what `admitPlan` and `admitCommunities` refuse, and TEMPLATE_NOT_FOUND. */
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
  return accept({ plan, template, communities: own.value })
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
