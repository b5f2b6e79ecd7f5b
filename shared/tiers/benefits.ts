/**
 * 会员权益: what each level gives. The one table that the shopper's page, the till's prompt and the
 * places that act by it read.
 */
import { allTiers, isAtLeast, reachedTier, type Tier, type TierId, tierNames } from './tier'
import type { PerTier, TierRule } from './tier-rule'

export type BenefitKind = 'earn' | 'early' | 'contact' | 'coupon'

export interface Benefit {
  readonly kind: BenefitKind
  readonly title: string
  readonly text: string
}

export interface BenefitRow {
  readonly tierId: Tier
  /** What purchases earn: 120 percent add a fifth. */
  readonly earnPercent: number
  /** A drop opens so many minutes earlier. */
  readonly leadMinutes: number
  /** Somebody of the shop is there for her by name. */
  readonly hasContact: boolean
  readonly benefits: readonly Benefit[]
}

export interface BenefitSource {
  readonly tierRule: TierRule
  readonly earnRule: { readonly tierPercents: PerTier<number> }
}

/** A coupon that only a level may use. */
export interface TierCoupon {
  readonly title: string
  readonly tierFrom: TierId
}

/** What a level gives, and whatever a lower one gives too. */
export function benefitRowOf(
  tierId: Tier,
  { tierRule, earnRule }: BenefitSource,
  coupons: readonly TierCoupon[] = [],
): BenefitRow {
  const reached = tierRule.method === 'off' ? null : reachedTier(tierId)
  const earnPercent = reached === null ? 100 : earnRule.tierPercents[reached]
  const leadMinutes = reached === null ? 0 : tierRule.leadMinutes[reached]
  const { contactFrom } = tierRule
  const hasContact = reached !== null && contactFrom !== null && isAtLeast(reached, contactFrom)
  const own = coupons.filter(({ tierFrom }) => reached !== null && isAtLeast(reached, tierFrom))
  const benefits: Benefit[] = [
    ...(earnPercent > 100 ? [earnBenefit(earnPercent)] : []),
    ...(leadMinutes > 0 ? [earlyBenefit(leadMinutes)] : []),
    ...own.map(couponBenefit),
    ...(hasContact ? [contact] : []),
  ]
  return { tierId, earnPercent, leadMinutes, hasContact, benefits }
}

/** All levels, from the lowest up. */
export function benefitTable(
  source: BenefitSource,
  coupons: readonly TierCoupon[] = [],
): readonly BenefitRow[] {
  return allTiers.map((tierId) => benefitRowOf(tierId, source, coupons))
}

/** For whoever serves her, in one breath; null where there is nothing to know. */
export function benefitLine({ tierId, earnPercent, hasContact }: BenefitRow): string | null {
  const reached = reachedTier(tierId)
  if (reached === null) return null
  const parts = [
    `${tierNames[reached]}会员`,
    ...(earnPercent > 100 ? [`积分 ${timesText(earnPercent)} 倍`] : []),
    ...(hasContact ? ['有专属客服'] : []),
  ]
  return parts.join('，')
}

const contact: Benefit = {
  kind: 'contact',
  title: '专属客服',
  text: '有事直接找店里的专人，不用排队',
}

function earnBenefit(percent: number): Benefit {
  return {
    kind: 'earn',
    title: `积分 ${timesText(percent)} 倍`,
    text: `到店消费的基础积分按 ${percent}% 计`,
  }
}

function earlyBenefit(minutes: number): Benefit {
  const ahead = minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
  return {
    kind: 'early',
    title: `福利提前 ${ahead}`,
    text: `社群福利比其他会员早 ${ahead}开抢`,
  }
}

function couponBenefit({ title, tierFrom }: TierCoupon): Benefit {
  return {
    kind: 'coupon',
    title: `专享券：${title}`,
    text: `${tierNames[tierFrom]}及以上会员才能使用`,
  }
}

/** 120 → `1.2`, 200 → `2`. */
function timesText(percent: number): string {
  const whole = Math.floor(percent / 100)
  const rest = String(percent % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}
