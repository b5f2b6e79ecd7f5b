/** What the shop gives for an invitation by the rule in force. */
import type { ReferralOffer } from '../../shared/contract/referrals'
import { sentenceOf } from '../../shared/coupons/kinds'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import type { Shop } from '../../shared/rules/shop'
import type { GiftDesk } from '../gifts/repository'

/** The first of the shop's list that is on; null: nothing is given. */
export function referralRuleOf({ lawful }: Pick<GiftDesk, 'lawful'>): GiftRule | null {
  return lawful.find(({ scene, isOn }) => scene === 'referral' && isOn) ?? null
}

export function offerOf(desk: GiftDesk, shop: Shop): ReferralOffer | null {
  const rule = referralRuleOf(desk)
  if (!rule) return null
  const { points, couponTemplateIds, thing } = rule.gift
  const coupons = couponTemplateIds.flatMap((id) => desk.templates.get(id) ?? [])
  const parts = [
    ...(points > 0 ? [`${points} 积分`] : []),
    ...coupons.map(sentenceOf),
    ...(thing === null ? [] : [thing]),
  ]
  const { waitDays } = rule.when
  return { gift: parts.join('、'), waitDays, monthCapCount: shop.referralMonthCapCount }
}
