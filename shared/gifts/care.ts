/**
 * What of a member's gifts lies in her account, which is read and written anyway: what waits for
 * her, what her purchases brought, and the figures that gifts follow from.
 */
import { MAX_GIFT_TAGS, WALLET_MAX_COUPONS } from '../limits'
import { accept, type Outcome, refuse } from '../refusal'
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

/** Put on by hand: who did, and on which date. */
export interface MemberTag {
  readonly tag: string
  readonly byName: string
  readonly on: string
}

export interface Care {
  /** Purchases that stand: a refund of all of one takes it off. */
  readonly boughtCount: number
  readonly lastBoughtOn: string | null
  /** What managers wrote on her, for rules that ask; after a merge a tag that both had is twice. */
  readonly tags: readonly MemberTag[]
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
    tags: [...mine.tags, ...other.tags],
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
    tags: withoutEach(joined.tags, brought.tags),
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

/** As rules ask for them. */
export function tagNames(care: Pick<Care, 'tags'>): string[] {
  return shownTags(care).map(({ tag }) => tag)
}

/** As managers read them: each once, by whoever put it on her first. */
export function shownTags({ tags }: Pick<Care, 'tags'>): MemberTag[] {
  return tags.filter(({ tag }, at) => tags.findIndex((one) => one.tag === tag) === at)
}

/** Of two that are the same the later one goes: it is the one that was brought. */
function withoutEach(tags: readonly MemberTag[], gone: readonly MemberTag[]): MemberTag[] {
  const left = [...tags]
  for (const { tag, byName, on } of gone) {
    const isSame = (one: MemberTag) => one.tag === tag && one.byName === byName && one.on === on
    const at = left.map(isSame).lastIndexOf(true)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

function hasTag(tags: readonly MemberTag[], tag: string): boolean {
  return tags.some((one) => one.tag === tag)
}

/**
 * Her tags with one more, or without it; what is so already keeps its author and date. Refuses
 * TAGS_FULL.
 */
export function withTag(
  care: Care,
  { isOn, ...tagged }: MemberTag & { readonly isOn: boolean },
): Outcome<Care> {
  if (!isOn) return accept({ ...care, tags: care.tags.filter(({ tag }) => tag !== tagged.tag) })
  if (hasTag(care.tags, tagged.tag)) return accept(care)
  if (care.tags.length >= MAX_GIFT_TAGS) return refuse('TAGS_FULL')
  return accept({ ...care, tags: [...care.tags, tagged] })
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
