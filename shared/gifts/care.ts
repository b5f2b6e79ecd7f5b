/**
 * What of a member's gifts lies in her account, which is read and written anyway: what waits for
 * her, what her purchases brought, and the figures that gifts follow from.
 */
import { WALLET_MAX_COUPONS } from '../limits'
import type { GiftRule, GiftScene, GiftTier } from './gift-rule'

/** A gift that waits for her tap, as its rule said it. */
export interface KeptGift {
  readonly giftId: string
  readonly rule: GivenRule
  readonly untilOn: string
}

/** What of a rule its gift keeps, whatever becomes of the rule. */
export interface GivenRule {
  readonly ruleId: string
  readonly version: number
  readonly scene: GiftScene
  readonly title: string
  readonly sentence: string
  readonly points: number
  readonly templateIds: readonly string[]
  readonly thing: string | null
}

/** A gift that came by a purchase and is taken back when that no longer holds. */
export interface StandingGift {
  /** Of its document, and as her grants remember it. */
  readonly grantId: string
  readonly key: string
  readonly scene: GiftScene
  readonly title: string
  readonly purchaseId: string
  /** It stands while so many purchases do. */
  readonly purchaseNo: number | null
  /** It stands while she has this tier. */
  readonly tier: GiftTier | null
  /** Last day of that tier; null: it does not end. */
  readonly tierUntilOn: string | null
  readonly points: number
  readonly expiresOn: string
  readonly couponIds: readonly string[]
}

/** She was woken, and is thanked for a purchase in time. */
export interface Woken {
  readonly rule: GivenRule
  readonly occasion: string
  readonly untilOn: string
}

export interface Care {
  /** Purchases that stand: a refund of all of one takes it off. */
  readonly boughtCount: number
  readonly lastBoughtOn: string | null
  /** What staff wrote on her, for rules that ask. */
  readonly tags: readonly string[]
  readonly waiting: readonly KeptGift[]
  readonly standing: readonly StandingGift[]
  readonly woken: Woken | null
  /** When a purchase last won her back. */
  readonly wonBackOn: string | null
}

export const noCare: Care = {
  ...{ boughtCount: 0, lastBoughtOn: null, tags: [], waiting: [], standing: [] },
  ...{ woken: null, wonBackOn: null },
}

/** Of two memberships that become one. */
export function joinCare(mine: Care, other: Care): Care {
  return {
    ...mine,
    boughtCount: mine.boughtCount + other.boughtCount,
    lastBoughtOn: later(mine.lastBoughtOn, other.lastBoughtOn),
    tags: [...new Set([...mine.tags, ...other.tags])],
    waiting: [...mine.waiting, ...other.waiting],
    standing: [...mine.standing, ...other.standing],
    woken: mine.woken ?? other.woken,
    wonBackOn: later(mine.wonBackOn, other.wonBackOn),
  }
}

/** Without what the other one had brought. */
export function partCare(joined: Care, brought: Care): Care {
  const isBrought = <T>(all: readonly T[], idOf: (one: T) => string) => {
    const ids = new Set(all.map(idOf))
    return (one: T) => !ids.has(idOf(one))
  }
  return {
    ...joined,
    boughtCount: Math.max(joined.boughtCount - brought.boughtCount, 0),
    tags: joined.tags.filter((tag) => !brought.tags.includes(tag)),
    waiting: joined.waiting.filter(isBrought(brought.waiting, ({ giftId }) => giftId)),
    standing: joined.standing.filter(isBrought(brought.standing, ({ grantId }) => grantId)),
    woken: joined.woken?.occasion === brought.woken?.occasion ? null : joined.woken,
  }
}

/** With one more gift that waits, without those whose days are over. */
export function withWaiting(care: Care, gifts: readonly KeptGift[], todayOn: string): Care {
  const open = care.waiting.filter(({ untilOn }) => untilOn >= todayOn)
  return { ...care, waiting: [...open, ...gifts].slice(-WALLET_MAX_COUPONS) }
}

export function withoutWaiting(care: Care, giftId: string): Care {
  return { ...care, waiting: care.waiting.filter((gift) => gift.giftId !== giftId) }
}

/** What a gift keeps of its rule. */
export function givenRuleOf(rule: GiftRule, sentence: string): GivenRule {
  const { ruleId, version, scene, title, gift } = rule
  const { points, couponTemplateIds: templateIds, thing } = gift
  return { ruleId, version, scene, title, sentence, points, templateIds, thing }
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
