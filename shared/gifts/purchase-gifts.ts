/**
 * What a purchase brings and a refund takes back, decided from the account alone: how many
 * purchases stand, which tier she has, what she was given for it. Both ways are one rule: a gift
 * stands exactly as long as what it was given for does, whichever purchase is refunded.
 */
import { yearAfter } from '../business-date'
import { type Care, type GivenRule, givenRuleOf, type StandingGift, tagNames } from './care'
import { isFor, stackedOut } from './decide'
import { type GiftRule, type GiftTier, giftTiers } from './gift-rule'
import { isGranted } from './grant-key'
import { type GiftWorld, sentenceOfRule } from './scenes'

/** A level that a purchase brings: from where to where, and until when it is kept. */
export interface TierRise {
  readonly to: GiftTier
  readonly keepUntilOn: string | null
}

/** What of a purchase its gifts follow from. */
export interface Bought {
  readonly purchaseId: string
  readonly on: string
  /** A file tells what was bought long ago: it counts and brings nothing. */
  readonly isImported: boolean
  readonly tier: GiftTier
  readonly rise: TierRise | null
}

/** One gift that a purchase brings. */
export interface PurchaseGift {
  readonly rule: GivenRule
  readonly occasion: string
  /** Days to claim it, where it waits for her tap; null: it comes at once. */
  readonly claimDays: number | null
  readonly holds: Pick<StandingGift, 'purchaseNo' | 'tier' | 'tierUntilOn'>
  /** It fell to the policy of the purchase. */
  readonly isStacked: boolean
}

const byPurchase = { purchaseNo: null, tier: null, tierUntilOn: null }

/** Her account's care after a purchase, and what that brings. */
export function boughtWith(
  { care, grants }: { readonly care: Care; readonly grants: readonly string[] },
  bought: Bought,
  { rules, world }: { readonly rules: readonly GiftRule[]; readonly world: GiftWorld },
): { readonly care: Care; readonly gifts: readonly PurchaseGift[] } {
  const boughtCount = care.boughtCount + 1
  const lastBoughtOn = [care.lastBoughtOn ?? '', bought.on].sort()[1] ?? bought.on
  const counted = { ...care, boughtCount, lastBoughtOn }
  const tags = tagNames(care)
  if (bought.isImported) return { care: counted, gifts: [] }
  const met = rules.flatMap((rule) => {
    const due =
      rule.isOn && isFor(rule, { tags, tier: bought.tier }) && dueBy(rule, counted, bought)
    if (!due || isGranted(grants, rule.ruleId, due.occasion)) return []
    return [{ rule, isHad: false, ...due }]
  })
  const refused = stackedOut(met, world)
  const gifts = met.map(({ rule, occasion, holds }) => ({
    ...{ rule: givenRuleOf(rule, sentenceOfRule(rule)), occasion, holds },
    claimDays: waitsFor(rule),
    isStacked: refused.has(rule.ruleId),
  }))
  const back = winBackOf(care, bought.on)
  if (!back) return { care: counted, gifts }
  return { care: { ...counted, woken: null, wonBackOn: bought.on }, gifts: [...gifts, back] }
}

/** What is many fight for waits too: the budget is asked when she claims it. */
function waitsFor({ handOver, budget, when }: GiftRule): number | null {
  const isBounded = budget.totalCount !== null || budget.dayCount !== null
  return handOver === 'claim' || isBounded ? when.claimDays : null
}

function dueBy({ scene, when }: GiftRule, { boughtCount }: Care, { rise }: Bought) {
  if (scene === 'firstPurchase' && boughtCount === 1) {
    return { occasion: 'once', holds: { ...byPurchase, purchaseNo: 1 } }
  }
  if (scene === 'repurchase' && boughtCount === when.purchaseNo) {
    return { occasion: 'once', holds: { ...byPurchase, purchaseNo: boughtCount } }
  }
  if (scene !== 'upgrade' || !rise) return null
  const { to: tier, keepUntilOn: tierUntilOn } = rise
  return {
    occasion: `${tier}-${tierUntilOn ?? 'life'}`,
    holds: { ...byPurchase, tier, tierUntilOn },
  }
}

/** Who was woken and buys in time is won back, once in a year. */
function winBackOf({ woken, wonBackOn }: Care, on: string): PurchaseGift | null {
  if (!woken || woken.untilOn < on) return null
  if (wonBackOn !== null && on < yearAfter(wonBackOn)) return null
  const { rule, occasion } = woken
  const gift = { rule, occasion: `back-${occasion}`, claimDays: null, isStacked: false }
  return { ...gift, holds: byPurchase }
}

/** What a refund leaves: of a whole purchase one counts less, of a part perhaps the tier falls. */
export function refundedWith(
  care: Care,
  refunded: {
    readonly purchaseId: string
    readonly isFull: boolean
    readonly tier: GiftTier
    readonly todayOn: string
  },
): { readonly care: Care; readonly taken: readonly StandingGift[] } {
  const { purchaseId, isFull, tier, todayOn } = refunded
  const boughtCount = Math.max(care.boughtCount - (isFull ? 1 : 0), 0)
  const isTaken = (gift: StandingGift): boolean => {
    if (gift.purchaseNo !== null) return gift.purchaseNo > boughtCount
    if (gift.tier === null) return isFull && gift.purchaseId === purchaseId
    // A level that ended by its time takes no gift with it.
    const isCurrent = gift.tierUntilOn === null || gift.tierUntilOn >= todayOn
    return isCurrent && giftTiers.indexOf(tier) < giftTiers.indexOf(gift.tier)
  }
  const taken = care.standing.filter(isTaken)
  const gone = new Set(taken.map(({ grantId }) => grantId))
  const isWonBack = taken.some(({ scene }) => scene === 'wakeUp')
  return {
    taken,
    care: {
      ...care,
      boughtCount,
      standing: care.standing.filter(({ grantId }) => !gone.has(grantId)),
      waiting: care.waiting.filter(({ giftId }) => !gone.has(giftId)),
      ...(isWonBack ? { wonBackOn: null } : {}),
    },
  }
}

/** `30 积分、1 张券`, for the till's sheet. */
export function contentsOf({ points, templateIds, thing }: GivenRule): string {
  const coupons = templateIds.length + (thing === null ? 0 : 1)
  const parts = [
    ...(points > 0 ? [`${points} 积分`] : []),
    ...(coupons > 0 ? [`${coupons} 张券`] : []),
  ]
  return parts.join('、')
}
