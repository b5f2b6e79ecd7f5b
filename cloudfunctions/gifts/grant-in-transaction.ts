import { expiryOf } from '../../shared/business-date'
import type { PackAnswer } from '../../shared/contract/gifts'
import { type CouponTemplate, plainRight } from '../../shared/coupons/coupon'
import type { GivenRule } from '../../shared/gifts/care'
import type { WakeReason } from '../../shared/gifts/gift-rule'
import { type GrantState, isGranted } from '../../shared/gifts/grant-key'
import { earn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { type Coupon, walletCouponOf } from '../coupons/coupon-document'
import { couponFrom, issueCoupon } from '../coupons/repository'
import { type Book, enter } from '../points/ledger'
import type { Tallies } from '../points/tallies'
import type { Transaction } from '../runtime/database'
import { type Grant, insertGrant, saveGrant } from './grant-document'

/** What a gift is given by: a rule of the shop's, or what a feature of its own makes. */
export type Given = Omit<GivenRule, 'scene'>

/** What is given by which rule, to whom, and when. */
export interface Granting {
  readonly rule: Given
  /** Nature's key of the grant (`grantKeyOf`), by which her account remembers it. */
  readonly key: string
  /** Of its document, where that is not the key: what was taken back may be given anew. */
  readonly grantId?: string
  readonly occasion: string
  readonly state: Extract<GrantState, 'claimed' | 'granted'>
  readonly templates: ReadonlyMap<string, CouponTemplate>
  readonly shop: Shop
  /** Set when a request of its own gave it, which is answered the same again. */
  readonly requestHash: string | null
  /** The document that waits, or says that it was refused, and now says that it was given. */
  readonly before?: Grant | null
  readonly reason?: WakeReason | null
}

export interface Granted {
  /** With the gift's entry, not posted yet. */
  readonly book: Book
  readonly counted: Pick<Tallies, 'grants'>
  readonly answer: PackAnswer
  readonly couponIds: readonly string[]
}

/** A thing waits at the desk for so long. */
const THING_DAYS = 30

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
  granting: Granting,
): Promise<Outcome<Granted>> {
  const { rule, key, grantId = key, occasion, templates, shop, before = null } = granting
  const { account, instant } = book
  const isPutAside = before?.state === 'waiting'
  if (!isPutAside && isGranted(account.grants, rule.ruleId, occasion)) {
    return refuse('PACK_CLAIMED')
  }
  // No gift is used up for nothing.
  if (!rule.templateIds.every((id) => templates.has(id))) return refuse('GIFT_NOT_FOUND')
  const { now: at, todayOn } = instant
  const pointsExpireOn = expiryOf(todayOn, shop.earnRule.validityMonths)
  const given = rule.points > 0 ? withPoints(book, { rule, grantId, pointsExpireOn }) : book
  const coupons = couponsOf(granting, book)
  const answer: PackAnswer = {
    points: rule.points,
    pointsExpireOn,
    coupons: coupons.map((coupon) => walletCouponOf(coupon, { now: at, todayOn, shop })),
    balancePoints: given.account.balancePoints,
    claimedAt: at,
  }
  for (const coupon of coupons) await issueCoupon(tx, coupon)
  const couponIds = coupons.map(({ _id }) => _id)
  const document = grantOf(granting, book, { answer, couponIds })
  await (before ? saveGrant(tx, document) : insertGrant(tx, document))
  const grants = isPutAside ? account.grants : [...account.grants, key]
  return accept({ book: given, counted: { grants }, answer, couponIds })
}

function grantOf(
  {
    rule,
    key,
    grantId = key,
    occasion,
    state,
    requestHash,
    reason = null,
    before = null,
  }: Granting,
  { account, instant }: Book,
  { answer, couponIds }: Pick<Granted, 'answer' | 'couponIds'>,
): Grant {
  return {
    ...{ _id: grantId, memberId: account._id, mergeId: before?.mergeId ?? null },
    ...{ ruleId: rule.ruleId, ruleVersion: rule.version, occasion, title: rule.title },
    ...{ state, why: null, points: rule.points, couponIds, reason, untilOn: null },
    ...{ at: instant.now, on: instant.todayOn },
    request: requestHash === null ? null : { hash: requestHash, answer },
  }
}

function couponsOf(
  { rule, key, grantId = key, templates }: Granting,
  { account, instant }: Book,
): Coupon[] {
  const { now: at, todayOn } = instant
  const source = { kind: 'grant', id: grantId } as const
  const made = rule.templateIds.flatMap((id) => templates.get(id) ?? [])
  return [...made, ...(rule.thing === null ? [] : [thingOf(rule, rule.thing)])].map(
    (template, place) => {
      const couponId = `${grantId}:${place + 1}`
      return couponFrom(template, { couponId, memberId: account._id, at, todayOn, source })
    },
  )
}

/** A thing is handed over at the desk for the code of a coupon that nothing else makes. */
function thingOf({ ruleId, version, title }: Given, thing: string): CouponTemplate {
  return {
    ...plainRight,
    ...{ templateId: `thing-${ruleId}`, version, title, kind: 'gift', thing },
    validity: { validDays: THING_DAYS },
  }
}

function withPoints(
  book: Book,
  {
    rule,
    grantId: key,
    pointsExpireOn,
  }: Pick<Granting, 'rule'> & { grantId: string; pointsExpireOn: string },
): Book {
  return enter(book, earn(book.account, rule.points, pointsExpireOn), {
    key,
    reason: 'gift',
    rule: { ruleId: `gift-${rule.ruleId}`, version: rule.version },
    facts: { gift: { title: rule.title, rule: rule.sentence } },
  })
}
