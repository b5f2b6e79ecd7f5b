/**
 * 集章卡: one stamp for each purchase at the till that is large enough, and a coupon for a full card.
 * The stamps of the card that is being filled lie in the account by their purchases, so that none
 * counts twice and a refund finds its own.
 */
import type { GivenRule } from '../gifts/care'

export interface StampCardRule {
  readonly ruleId: 'stamp-card'
  readonly version: number
  /** As members read it. */
  readonly title: string
  readonly stampsPerCard: number
  /** What has to be paid in money for a stamp. */
  readonly leastPaidFen: number
  /** The coupon that a full card gives. */
  readonly templateId: string
}

export interface Stamp {
  readonly purchaseId: string
  /** The business date of the purchase. */
  readonly on: string
}

/** Of the card that is being filled, in the order in which they came. */
export type Stamps = readonly Stamp[]

/** Figures that somebody typed by hand: a card without a number of stamps would fill at each. */
export function isSoundCard({ stampsPerCard, leastPaidFen }: StampCardRule): boolean {
  const isCount = Number.isSafeInteger(stampsPerCard) && stampsPerCard >= 1
  return isCount && Number.isSafeInteger(leastPaidFen) && leastPaidFen >= 0
}

interface Stamped {
  readonly stamps: Stamps
  /** True when this stamp filled the card, and the next one begins. */
  readonly isFilled: boolean
}

/**
 * The card after one more purchase, which fills at most one card: what two memberships had brought
 * together beyond that stays for the next one.
 */
export function stampedFor(
  before: Stamps,
  { purchaseId, on, paidFen }: Stamp & { readonly paidFen: number },
  { leastPaidFen, stampsPerCard }: StampCardRule,
): Stamped {
  const isKnown = before.some((stamp) => stamp.purchaseId === purchaseId)
  if (paidFen < leastPaidFen || isKnown) return { stamps: before, isFilled: false }
  const stamps = [...before, { purchaseId, on }]
  const isFilled = stamps.length >= stampsPerCard
  return { stamps: isFilled ? stamps.slice(stampsPerCard) : stamps, isFilled }
}

/** What a purchase did to the card, in words; null when it brought no stamp. */
export function stampWords(
  before: Stamps,
  { stamps, isFilled }: Stamped,
  card: StampCardRule & { readonly rewardTitle: string },
): string | null {
  if (isFilled) return `盖满一张，送“${card.rewardTitle}”`
  return stamps.length > before.length ? `盖 1 章，还差 ${missingCount(stamps, card)} 章` : null
}

/** Without the stamp of a purchase that was undone; a card that was filled with it stays filled. */
export function withoutStamp(stamps: Stamps, purchaseId: string): Stamps {
  return stamps.filter((stamp) => stamp.purchaseId !== purchaseId)
}

/**
 * After a refund: without the purchase's stamp when too little of it is left for one. Whether that
 * is enough is asked of the card as the shop has it now; without one only the whole takes it back.
 */
export function stampsAfterRefund(
  stamps: Stamps,
  { purchaseId, leftFen, isFull }: { purchaseId: string; leftFen: number; isFull: boolean },
  rule: StampCardRule | null,
): Stamps {
  const isTooLittle = isFull || (rule !== null && leftFen < rule.leastPaidFen)
  return isTooLittle ? withoutStamp(stamps, purchaseId) : stamps
}

/** Of two memberships that become one. */
export function joinStamps(mine: Stamps, other: Stamps): Stamps {
  return [...mine, ...other.filter((stamp) => !has(mine, stamp))]
}

/** Without what the other one had brought. */
export function partStamps(joined: Stamps, brought: Stamps): Stamps {
  return joined.filter((stamp) => !has(brought, stamp))
}

function has(stamps: Stamps, { purchaseId }: Stamp): boolean {
  return stamps.some((stamp) => stamp.purchaseId === purchaseId)
}

/** True when a card was filled with stamps of the other one: they cannot be given back. */
export function areStampsSpent(joined: Stamps, brought: Stamps): boolean {
  return !brought.every((stamp) => has(joined, stamp))
}

/** How many purchases are still missing; one at least, since a full card is given at once. */
export function missingCount(stamps: Stamps, { stampsPerCard }: StampCardRule): number {
  return Math.max(1, stampsPerCard - stamps.length)
}

/** What a full card gives: the purchase that filled it is its occasion. */
export function fullCardGift(card: StampCardRule): Omit<GivenRule, 'scene'> {
  const { ruleId, version, title, templateId } = card
  const sentence = `${title}，每集满一次送一次`
  return { ruleId, version, title, sentence, points: 0, templateIds: [templateId], thing: null }
}
