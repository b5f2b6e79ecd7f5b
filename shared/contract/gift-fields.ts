/** The fields of a gift rule, each with its bound; what a scene does not know is left out. */
import * as v from 'valibot'
import {
  giftHolidays,
  giftScenes,
  giftTiers,
  handOvers,
  stackPolicies,
  usualWhen,
} from '../gifts/gift-rule'
import {
  GIFT_THING_MAX_LENGTH,
  GIFT_TITLE_MAX_LENGTH,
  MAX_GIFT_COUNT,
  MAX_GIFT_COUPONS,
  MAX_GIFT_DAYS,
  MAX_GIFT_LEAD_DAYS,
  MAX_GIFT_POINTS,
  MAX_GIFT_TAGS,
  MAX_PURCHASE_NO,
  MAX_SILENT_DAYS,
  MAX_WAIT_DAYS,
  TAG_MAX_LENGTH,
} from '../limits'
import { businessDate, documentId } from './fields'
import { text } from './text'
import { unlisted } from './unlisted'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const count = v.optional(v.nullable(whole(0, MAX_GIFT_COUNT)), null)
/** A gift twice over is what its figures say, not a coupon named twice. */
const templateIds = v.pipe(
  v.array(documentId),
  v.maxLength(MAX_GIFT_COUPONS),
  v.check((ids) => new Set(ids).size === ids.length),
)

const gift = v.object({
  points: v.optional(whole(0, MAX_GIFT_POINTS), 0),
  couponTemplateIds: v.optional(templateIds, []),
  thing: v.optional(v.nullable(text(GIFT_THING_MAX_LENGTH)), null),
})
const when = v.object({
  purchaseNo: v.optional(v.nullable(whole(2, MAX_PURCHASE_NO)), null),
  onDate: v.optional(v.nullable(businessDate), null),
  holiday: v.optional(v.nullable(v.picklist(giftHolidays)), null),
  leadDays: v.optional(whole(0, MAX_GIFT_LEAD_DAYS), usualWhen.leadDays),
  claimDays: v.optional(whole(1, MAX_GIFT_DAYS), usualWhen.claimDays),
  silentDays: v.optional(whole(1, MAX_SILENT_DAYS), usualWhen.silentDays),
  waitDays: v.optional(whole(0, MAX_WAIT_DAYS), usualWhen.waitDays),
})
const who = v.object({
  tags: v.optional(v.pipe(v.array(text(TAG_MAX_LENGTH)), v.maxLength(MAX_GIFT_TAGS)), []),
  tiers: v.optional(v.pipe(v.array(v.picklist(giftTiers)), v.maxLength(giftTiers.length)), []),
})

export const giftRuleEntries = {
  scene: v.picklist(giftScenes),
  title: text(GIFT_TITLE_MAX_LENGTH),
  gift: v.pipe(unlisted, gift),
  handOver: v.picklist(handOvers),
  when: v.optional(v.pipe(unlisted, when), {}),
  who: v.optional(v.pipe(unlisted, who), {}),
  stack: v.optional(v.picklist(stackPolicies), 'all'),
  budget: v.optional(v.pipe(unlisted, v.object({ totalCount: count, dayCount: count })), {}),
  isOn: v.optional(v.boolean(), true),
}
