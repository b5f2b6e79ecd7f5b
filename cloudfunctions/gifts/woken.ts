import { addDays } from '../../shared/business-date'
import { givenRuleOf, type Woken } from '../../shared/gifts/care'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { type Occasion, sentenceOfRule } from '../../shared/gifts/scenes'

/** Days in which a purchase wins her back. */
const WIN_BACK_DAYS = 30

/** What a welcome back promises for her next purchase; null where that brings no points. */
export function wokenBy(rule: GiftRule, { key }: Pick<Occasion, 'key'>, on: string): Woken | null {
  if (rule.scene !== 'wakeUp' || rule.gift.points === 0) return null
  const given = { ...givenRuleOf(rule, sentenceOfRule(rule)), templateIds: [], thing: null }
  return { rule: given, occasion: key, untilOn: addDays(on, WIN_BACK_DAYS) }
}
