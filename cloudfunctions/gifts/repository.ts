/**
 * The shop's rules of gifts: one document each, kept for at most a minute by each instance like the
 * rest of its configuration; and what of a member and her account gifts follow from.
 */

import type { CouponTemplate } from '../../shared/coupons/coupon'
import { couponWorthFen } from '../../shared/coupons/worth'
import { tagNames } from '../../shared/gifts/care'
import {
  type GiftRule,
  type GiftRuleBody,
  type GiftTier,
  inShopOrder,
  newRules,
} from '../../shared/gifts/gift-rule'
import type { GiftFacts, GiftWorld } from '../../shared/gifts/scenes'
import type { Shop } from '../../shared/rules/shop'
import { publishedTemplates } from '../coupons/templates'
import { birthdayOf } from '../members/birthday-document'
import type { Account } from '../points/repository'
import { findWhere, type Stored, type Transaction } from '../runtime/database'
import { keptByKey } from '../runtime/kept'
import { lunarCalendar } from '../runtime/lunar-calendar'
import type { Member } from '../runtime/people'
import { admitPublishedText } from '../runtime/published-texts'

export interface GiftRuleDocument {
  readonly scene: GiftRule['scene']
  readonly createdAt: number
  /** Since when it gives without a break; null: it does not. */
  readonly sinceOn: string | null
  /** Of what is published; 0: nothing is. */
  readonly version: number
  readonly published: GiftRuleBody | null
  readonly publishedAt: number | null
  readonly draft: GiftRuleBody | null
  readonly savedAt: number
  readonly savedByName: string
}
export type StoredGiftRule = Stored<GiftRuleDocument>

/** More than a shop has. */
const MAX_RULES = 200

/** All rules as they are stored; those of a new shop that nobody has changed are not. */
export function storedRules(): Promise<StoredGiftRule[]> {
  return findWhere<GiftRuleDocument>('gift_rules', {}, { limit: MAX_RULES })
}

export function readRule(ruleId: string, tx: Transaction): Promise<StoredGiftRule | null> {
  return tx.get<GiftRuleDocument>('gift_rules', ruleId)
}

export function saveRule(tx: Transaction, rule: StoredGiftRule): Promise<void> {
  return tx.put('gift_rules', rule)
}

/** A stored rule as it is in force; null while nothing of it is. */
export function ruleInForce(stored: StoredGiftRule): GiftRule | null {
  const { _id: ruleId, version, createdAt, sinceOn, published } = stored
  return published && { ...published, ruleId, version, createdAt, sinceOn }
}

/** Every rule in force, in the shop's order, those that are off among them. */
export function rulesInForce(stored: readonly StoredGiftRule[]): readonly GiftRule[] {
  const changed = new Set(stored.filter(({ published }) => published).map(({ _id }) => _id))
  const fresh = newRules.filter(({ ruleId }) => !changed.has(ruleId))
  return inShopOrder([...fresh, ...stored.flatMap((rule) => ruleInForce(rule) ?? [])])
}

/** What gifts are decided by. */
export interface GiftDesk {
  /** All in force, those too whose words may not be published. */
  readonly rules: readonly GiftRule[]
  /** Those that may be offered and given. */
  readonly lawful: readonly GiftRule[]
  readonly templates: ReadonlyMap<string, CouponTemplate>
  readonly world: GiftWorld
}

const kept = keptByKey(async () => ({
  rules: rulesInForce(await storedRules()),
  templates: await publishedTemplates(),
}))

/** As this instance knows it. */
export async function giftDesk(shop: Shop): Promise<GiftDesk> {
  const known = await kept.read('shop')
  return deskOf(shop, known ?? { rules: [], templates: new Map() })
}

/** As it is stored now, for jobs and rehearsals. */
export function newestGiftDesk(shop: Shop): Promise<GiftDesk> {
  kept.forget()
  return giftDesk(shop)
}

/** This instance has published a rule. */
export function forgetRules(): void {
  kept.forget()
}

function deskOf(shop: Shop, { rules, templates }: Pick<GiftDesk, 'rules' | 'templates'>): GiftDesk {
  return {
    ...{ rules, templates },
    lawful: rules.filter(isLawful),
    world: {
      lunar: lunarCalendar,
      memberDays: shop.earnRule.memberDay?.days ?? [],
      worthOf: ({ gift }) => costFenOf(gift, { shop, templates }),
    },
  }
}

/** A gift whose words break the platform's rules on sharing is not offered. */
export function isLawful({ title, gift }: GiftRule): boolean {
  return (
    admitPublishedText('title', title).ok && admitPublishedText('gift.thing', gift.thing ?? '').ok
  )
}

/** Its points at the shop's value of a point, and its coupons at what they take off. */
export function costFenOf(
  { points, couponTemplateIds }: Pick<GiftRule['gift'], 'points' | 'couponTemplateIds'>,
  { shop, templates }: { readonly shop: Shop; readonly templates: GiftDesk['templates'] },
): number {
  const pointsFen = Math.floor((points * shop.pointValue.fenPerHundredPoints) / 100)
  const coupons = couponTemplateIds.flatMap((id) => templates.get(id) ?? [])
  return coupons.reduce((sum, coupon) => sum + couponWorthFen(coupon), pointsFen)
}

/** What of a member her gifts follow from. */
export function factsOf(member: Member, account: Account): GiftFacts {
  const { lastBoughtOn } = account.care
  const tags = tagNames(account.care)
  const { joinedOn } = member
  const birthday = birthdayOf(member)
  const { grants } = account
  return { joinedOn, birthday, tags, tier: tierOf(account), grants, lastBoughtOn }
}

/** Her level as her account has it. */
export function tierOf({ tier }: Account): GiftTier {
  return tier.tier
}
