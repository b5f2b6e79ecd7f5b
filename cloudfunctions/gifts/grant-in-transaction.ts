import { expiryOf } from '../../shared/business-date'
import type { PackAnswer } from '../../shared/contract/gifts'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { type GiftScene, type GrantState, isGranted, sceneSentence } from '../../shared/gifts/scene'
import { earn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { walletCouponOf } from '../coupons/coupon-document'
import { couponFrom, issueCoupon } from '../coupons/repository'
import { type Book, enter } from '../points/ledger'
import type { Tallies } from '../points/tallies'
import type { Transaction } from '../runtime/database'
import { insertGrant } from './repository'

/** What is given by which rule, to whom, and when. */
export interface Granting {
  readonly rule: GiftScene
  /** Nature's key of the grant (`grantKeyOf`). */
  readonly key: string
  readonly occasion: string
  readonly state: Extract<GrantState, 'claimed' | 'granted'>
  readonly templates: ReadonlyMap<string, CouponTemplate>
  readonly shop: Shop
  /** Set when a request of its own gave it, which is answered the same again. */
  readonly requestHash: string | null
}

export interface Granted {
  /** With the gift's entry, not posted yet. */
  readonly book: Book
  readonly counted: Pick<Tallies, 'grants'>
  readonly answer: PackAnswer
}

/**
 * Gives a gift in the caller's transaction: its entry in the book, its coupons, and the grant that
 * says so; a gift of coupons alone moves no points and makes no entry. The caller posts the book
 * with what it counted. Refuses GIFT_NOT_FOUND when a coupon of it has no template, PACK_CLAIMED
 * when she, or a membership that was merged into hers, had it at this occasion; a twin meets the
 * grant's key.
 */
export async function grant(
  tx: Transaction,
  book: Book,
  { rule, key, occasion, state, templates, shop, requestHash }: Granting,
): Promise<Outcome<Granted>> {
  const { account, instant } = book
  if (isGranted(account.grants, rule.sceneId, occasion)) return refuse('PACK_CLAIMED')
  // No gift is used up for nothing.
  if (!rule.templateIds.every((id) => templates.has(id))) return refuse('GIFT_NOT_FOUND')
  const { now: at, todayOn } = instant
  const memberId = account._id
  const pointsExpireOn = expiryOf(todayOn, shop.earnRule.validityMonths)
  const given = rule.points > 0 ? withPoints(book, { rule, key, pointsExpireOn }) : book
  const source = { kind: 'grant', id: key } as const
  const coupons = rule.templateIds.flatMap((templateId, place) => {
    const template = templates.get(templateId)
    const couponId = `${key}:${place + 1}`
    return template ? [couponFrom(template, { couponId, memberId, at, todayOn, source })] : []
  })
  const answer: PackAnswer = {
    points: rule.points,
    pointsExpireOn,
    coupons: coupons.map((coupon) => walletCouponOf(coupon, { now: at, todayOn, shop })),
    balancePoints: given.account.balancePoints,
    claimedAt: at,
  }
  for (const coupon of coupons) await issueCoupon(tx, coupon)
  await insertGrant(tx, {
    _id: key,
    memberId,
    mergeId: null,
    sceneId: rule.sceneId,
    sceneVersion: rule.version,
    occasion,
    state,
    why: null,
    points: rule.points,
    couponIds: coupons.map(({ _id }) => _id),
    at,
    on: todayOn,
    request: requestHash === null ? null : { hash: requestHash, answer },
  })
  return accept({ book: given, counted: { grants: [...account.grants, key] }, answer })
}

function withPoints(
  book: Book,
  { rule, key, pointsExpireOn }: Pick<Granting, 'rule' | 'key'> & { pointsExpireOn: string },
): Book {
  return enter(book, earn(book.account, rule.points, pointsExpireOn), {
    key,
    reason: 'gift',
    rule: { ruleId: `gift-${rule.sceneId}`, version: rule.version },
    facts: { gift: { title: rule.title, rule: sceneSentence(rule) } },
  })
}
