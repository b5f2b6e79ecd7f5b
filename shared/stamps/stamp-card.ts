/**
 * 集章卡: one stamp for each purchase at the till that is large enough, and a coupon for a full card.
 * The stamps of the card that is being filled lie in the account by their purchases, so that none
 * counts twice and a refund finds its own.
 */
import type { GiftScene } from '../gifts/scene'

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

export interface StampTally {
  /**
   * The number of the card that was filled last. It never goes back, not even when memberships
   * part again, so that no two cards of a member have the same number.
   */
  readonly lastCardNo: number
  /** Of the card that is being filled, in the order in which they came. */
  readonly stamps: readonly Stamp[]
}

export const noStamps: StampTally = { lastCardNo: 0, stamps: [] }

/** Figures that somebody typed by hand: a card without a number of stamps would fill at each. */
export function isSoundCard({ stampsPerCard, leastPaidFen }: StampCardRule): boolean {
  const isCount = Number.isSafeInteger(stampsPerCard) && stampsPerCard >= 1
  return isCount && Number.isSafeInteger(leastPaidFen) && leastPaidFen >= 0
}

interface Stamped {
  readonly tally: StampTally
  /** The number of the card that this stamp filled; null when it filled none. */
  readonly filledCardNo: number | null
}

/**
 * The card after one more purchase, which fills at most one card: what two memberships had brought
 * together beyond that stays for the next one.
 */
export function stampedFor(
  tally: StampTally,
  { purchaseId, on, paidFen }: Stamp & { readonly paidFen: number },
  { leastPaidFen, stampsPerCard }: StampCardRule,
): Stamped {
  const isKnown = tally.stamps.some((stamp) => stamp.purchaseId === purchaseId)
  if (paidFen < leastPaidFen || isKnown) return { tally, filledCardNo: null }
  const stamps = [...tally.stamps, { purchaseId, on }]
  if (stamps.length < stampsPerCard) return { tally: { ...tally, stamps }, filledCardNo: null }
  const filledCardNo = tally.lastCardNo + 1
  return { tally: { lastCardNo: filledCardNo, stamps: stamps.slice(stampsPerCard) }, filledCardNo }
}

/** Without the stamp of a purchase that was undone; a card that was filled with it stays filled. */
export function withoutStamp(tally: StampTally, purchaseId: string): StampTally {
  return { ...tally, stamps: tally.stamps.filter((stamp) => stamp.purchaseId !== purchaseId) }
}

/** Of two memberships that become one. */
export function joinStamps(mine: StampTally, other: StampTally): StampTally {
  const isMine = ({ purchaseId }: Stamp) => mine.stamps.some((one) => one.purchaseId === purchaseId)
  return {
    lastCardNo: Math.max(mine.lastCardNo, other.lastCardNo),
    stamps: [...mine.stamps, ...other.stamps.filter((stamp) => !isMine(stamp))],
  }
}

/** Without what the other one had brought, unless a card was filled with it meanwhile. */
export function partStamps(joined: StampTally, brought: StampTally): StampTally {
  return brought.stamps.reduce((left, { purchaseId }) => withoutStamp(left, purchaseId), joined)
}

/** True when a card was filled with stamps of the other one: they cannot be given back. */
export function areStampsSpent(joined: StampTally, brought: StampTally): boolean {
  const isLeft = (stamp: Stamp) => joined.stamps.some((one) => one.purchaseId === stamp.purchaseId)
  return !brought.stamps.every(isLeft)
}

/** How many purchases are still missing; one at least, since a full card is given at once. */
export function missingCount(tally: StampTally, { stampsPerCard }: StampCardRule): number {
  return Math.max(1, stampsPerCard - tally.stamps.length)
}

/** A full card as a scene of the grant engine: the purchase that filled it is its occasion. */
export function fullCardScene({ ruleId, version, title, templateId }: StampCardRule): GiftScene {
  return {
    ...{ sceneId: ruleId, version, title },
    ...{ occasion: 'counted', claimDays: 1, points: 0, templateIds: [templateId] },
  }
}
