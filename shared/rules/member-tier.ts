/** What a member's level does where she buys or claims: as of today, by the rule in force. */

import { type BenefitRow, type BenefitSource, benefitRowOf } from '../tiers/benefits'
import { standingOn } from '../tiers/standing'
import type { TierTally } from '../tiers/tally'
import { reachedTier, type Tier, type TierId, tierIds, tierTitles } from '../tiers/tier'
import type { TierRule } from '../tiers/tier-rule'
import { type EarnRule, ruleForTier } from './earning'

interface Holder {
  readonly tier: TierTally
}

interface World {
  readonly shop: BenefitSource & { readonly earnRule: EarnRule }
  readonly todayOn: string
}

/** Hers, or null while she has none that has to be reached. */
export function tierOf({ tier }: Holder, { shop, todayOn }: World): TierId | null {
  return reachedTier(standingOn(tier, shop.tierRule, todayOn).tier)
}

/** The row of the table of benefits that is hers. */
export function benefitsOf(account: Holder, world: World): BenefitRow {
  return benefitRowOf(tierOf(account, world) ?? 'plain', world.shop)
}

/** The earn rule as it applies to her; another one where the purchase was made by an older one. */
export function earnRuleFor(
  account: Holder,
  world: World,
  rule: EarnRule = world.shop.earnRule,
): EarnRule {
  return ruleForTier(rule, tierOf(account, world))
}

/** By how many minutes the first of all may be early. */
export function longestLead({ method, leadMinutes }: TierRule): number {
  return method === 'off' ? 0 : Math.max(...tierIds.map((tierId) => leadMinutes[tierId]))
}

/** Her level by its name; null where the shop has none. */
export function shownTierOf(
  account: Holder,
  world: World,
): { readonly tierId: Tier; readonly title: string } | null {
  if (world.shop.tierRule.method === 'off') return null
  const tierId = tierOf(account, world) ?? 'plain'
  return { tierId, title: tierTitles[tierId] }
}
