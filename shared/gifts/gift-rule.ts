/**
 * A gift rule is a versioned document: at which occasion of which scene, for whom, what, in which
 * days, out of which budget, and what becomes of it beside another gift of the same day.
 */

/** The seven scenes of care, the day of joining, and the member day. */
export const giftScenes = [
  'welcome',
  'firstPurchase',
  'repurchase',
  'upgrade',
  'birthday',
  'holiday',
  'referral',
  'wakeUp',
  'anniversary',
  'memberDay',
] as const
export type GiftScene = (typeof giftScenes)[number]

/** Holidays whose day the calendar knows; a shop's own is a date. */
export const giftHolidays = [
  'chunjie',
  'yuanxiao',
  'qingming',
  'duanwu',
  'qixi',
  'zhongqiu',
  'chongyang',
  'guoqing',
  'yuandan',
] as const
export type GiftHoliday = (typeof giftHolidays)[number]

/** From the lowest up. */
export const giftTiers = ['plain', 'silver', 'gold', 'diamond'] as const
export type GiftTier = (typeof giftTiers)[number]

/** `claim`: it waits for her tap; `unasked`: it comes by itself. */
export const handOvers = ['claim', 'unasked'] as const
export type HandOver = (typeof handOvers)[number]

/**
 * Beside another gift of the same day: `all` always comes. Of those that say otherwise one comes:
 * the one worth most, or the first of the shop's list where that one says `first`.
 */
export const stackPolicies = ['all', 'highest', 'first'] as const
export type StackPolicy = (typeof stackPolicies)[number]

/** What kept a member away who is welcomed back. */
export const wakeReasons = ['tooFar', 'tooDear', 'notNeeded', 'service', 'forgot', 'other'] as const
export type WakeReason = (typeof wakeReasons)[number]

export interface GiftContents {
  readonly points: number
  readonly couponTemplateIds: readonly string[]
  /** Handed over at the desk for a code of its own; null: none. */
  readonly thing: string | null
}

/** What of its scene a rule sets; what its scene does not know says nothing. */
export interface GiftWhen {
  /** The how-manieth purchase that stands. */
  readonly purchaseNo: number | null
  /** The shop's own holiday: one date. */
  readonly onDate: string | null
  readonly holiday: GiftHoliday | null
  /** It begins so many days before its day. */
  readonly leadDays: number
  /** Days to claim it, the first included. */
  readonly claimDays: number
  /** Nothing bought for so many days. */
  readonly silentDays: number
  /** Days after the invited one's first purchase. */
  readonly waitDays: number
}

/** Whom it is for; an empty list limits nothing. */
export interface GiftAudience {
  /** One of these tags at least. */
  readonly tags: readonly string[]
  /** One of these tiers. For an upgrade: the one that she reached. */
  readonly tiers: readonly GiftTier[]
}

/** How many are given at most; null: without a bound. */
export interface GiftBudget {
  readonly totalCount: number | null
  readonly dayCount: number | null
}

/** What a manager writes. */
export interface GiftRuleBody {
  readonly scene: GiftScene
  /** As members read it. */
  readonly title: string
  readonly gift: GiftContents
  readonly handOver: HandOver
  readonly when: GiftWhen
  readonly who: GiftAudience
  readonly stack: StackPolicy
  readonly budget: GiftBudget
  readonly isOn: boolean
}

/** A rule in force: every grant and entry keeps the version that it was given by. */
export interface GiftRule extends GiftRuleBody {
  readonly ruleId: string
  readonly version: number
  /** Its place in the shop's list: when it was first written. */
  readonly createdAt: number
  /** The business date since which it gives; null: since there is a shop. */
  readonly sinceOn: string | null
}

/** The rule of the pack that a visitor is promised. */
export const WELCOME = 'welcome'

export const usualWhen: GiftWhen = {
  ...{ purchaseNo: null, onDate: null, holiday: null },
  ...{ leadDays: 0, claimDays: 7, silentDays: 180, waitDays: 7 },
}

const usual = {
  handOver: 'claim',
  when: usualWhen,
  who: { tags: [], tiers: [] },
  stack: 'all',
  budget: { totalCount: null, dayCount: null },
  isOn: true,
  ...{ version: 1, createdAt: 0, sinceOn: null },
} as const

/** The rules of a new shop, before its manager has changed anything. */
export const newRules: readonly GiftRule[] = [
  {
    ...usual,
    ...{ ruleId: WELCOME, scene: 'welcome', title: '新人礼包' },
    gift: { points: 100, couponTemplateIds: ['welcome-5'], thing: null },
  },
  {
    ...usual,
    ...{ ruleId: 'anniversary', scene: 'anniversary', title: '入会纪念日礼' },
    gift: { points: 50, couponTemplateIds: [], thing: null },
  },
]

/** In the shop's order. */
export function inShopOrder<R extends Pick<GiftRule, 'createdAt' | 'ruleId'>>(
  rules: readonly R[],
): readonly R[] {
  return [...rules].sort(
    (a, b) =>
      a.createdAt - b.createdAt ||
      placeOf(a.ruleId) - placeOf(b.ruleId) ||
      (a.ruleId < b.ruleId ? -1 : 1),
  )
}

function placeOf(ruleId: string): number {
  const place = newRules.findIndex((rule) => rule.ruleId === ruleId)
  return place < 0 ? newRules.length : place
}

/** The id of a new rule tells its scene, so that every grant's key does. */
export function newRuleId(scene: GiftScene, requestKey: string): string {
  return `${scene}-${requestKey.slice(0, 16)}`
}

/** The scene that a rule's id, or a grant's key, begins with; null where none does. */
export function sceneIn(key: string): GiftScene | null {
  const [word = ''] = key.split(/[-:]/)
  return giftScenes.find((scene) => scene === word) ?? null
}
