import type { CouponUse } from '@shared/coupons/coupon'
import { placeOf } from '@shared/coupons/kinds'
import { bestCoupons } from '@shared/purchases/best-coupons'
import { type BillCoupon, groupOf, withCoupons } from '@shared/purchases/coupon-steps'
import { amountOf, linesOf } from '@shared/purchases/purchase-lines'
import { type Refusal, refusalSentences } from '@shared/refusal'
import { reachedTier } from '@shared/tiers/tier'
import type { OutputAt } from '../api'
import { serverNow } from '../clock'
import { shortDay, yuanText } from '../format'
import type { Scanned } from '../session/desk.store'
import { type Till, takesThing } from '../session/till.store'
import { billFenOf, billPartsOf, freightFenOf, goodsFenOf, hasLines } from '../session/typed-bill'

type WalletCoupon = OutputAt<'staff.scan'>['coupons'][number]
type Priced = Pick<Till, 'typed' | 'couponIds' | 'scanned' | 'quote' | 'quoting'> & {
  readonly proposal?: Till['proposal']
}

export interface CouponChoice {
  coupon: WalletCoupon
  /** Can be taken for the amount typed so far; before an amount, whatever could fit some. */
  fits: boolean
  note: string
}

/** The member's coupons as staff may take them, those that fit first; gifts are handed over. */
export function couponChoicesOf({ scanned, typed }: Priced): CouponChoice[] {
  if (!scanned) return []
  const onBills = scanned.coupons.filter((coupon) => placeOf(coupon) !== 'desk')
  const choices = onBills.map((coupon): CouponChoice => {
    const made = priced(scanned, typed, [coupon.couponId])
    if (made.ok) return { coupon, fits: true, note: `有效至${shortDay(coupon.expiresOn)}` }
    return { coupon, fits: false, note: missing(coupon, made, typed) }
  })
  return [...choices.filter(({ fits }) => fits), ...choices.filter(({ fits }) => !fits)]
}

/** The chosen ones with this one taken, in the place of what it excludes, or laid back. */
export function toggled(
  { scanned, couponIds }: Pick<Priced, 'scanned' | 'couponIds'>,
  couponId: string,
): readonly string[] {
  if (couponIds.includes(couponId)) return couponIds.filter((each) => each !== couponId)
  const group = (id: string) => {
    const coupon = scanned?.coupons.find((each) => each.couponId === id)
    return coupon ? groupOf(onBill(coupon).terms) : null
  }
  return [...couponIds.filter((each) => group(each) !== group(couponId)), couponId]
}

/**
 * What is paid for the amount in the field: the server's figure when it has come, before that what
 * the same coupon rule says. Null without an amount.
 */
export function payableFenOf(till: Priced): number | null {
  const { typed, couponIds, scanned, quote, quoting, proposal } = till
  const withThing = takesThing(till)
  const billFen = withThing ? goodsFenOf(typed) : billFenOf(typed)
  if (billFen === null || (billFen === 0 && !withThing) || !scanned) return null
  if (proposal?.state === 'confirmed') return proposal.payableFen
  const made = priced(scanned, typed, couponIds)
  const goodsFen = made.ok ? amountOf(made.value.lines) : billFen
  if (quote && !quoting && quote.billFen === goodsFen) return quote.payableFen
  const offFen = made.ok ? made.value.offFen.reduce((sum, fen) => sum + fen, 0) : 0
  const freightOffFen = made.ok ? made.value.freightOffFen : 0
  return goodsFen - offFen + freightFenOf(typed) - freightOffFen
}

/**
 * The coupons that together save most on what is typed, with the things that she asked for left on
 * it: the rule by which the server proposes, so that it is known at once, and without network.
 */
export function bestIdsOf({ scanned, typed, couponIds }: Priced): readonly string[] {
  const parts = billPartsOf(typed, takesThing({ scanned, couponIds }))
  if (!scanned) return []
  const things = scanned.coupons
    .filter(({ couponId, kind }) => kind === 'exchange' && couponIds.includes(couponId))
    .map(({ couponId }) => couponId)
  if (!parts) return things
  const coupons = scanned.coupons.map(onBill)
  const { best } = bestCoupons(billOf(parts), coupons, couponUseOf(scanned))
  return [...best.map(({ couponId }) => couponId), ...things]
}

/** What is taken, by its titles, and what it takes off; null when none is. */
export function takenOf(till: Priced): Omit<Proposed, 'couponIds'> | null {
  const { scanned, typed, couponIds } = till
  if (!scanned || couponIds.length === 0) return null
  const taken = scanned.coupons.filter(({ couponId }) => couponIds.includes(couponId))
  const made = priced(scanned, typed, couponIds)
  const offs = made.ok ? [...made.value.offFen, made.value.freightOffFen] : []
  const offFen = offs.reduce((sum, fen) => sum + fen, 0)
  return { titles: taken.map(({ title }) => title), offFen }
}

export interface Proposed {
  readonly couponIds: readonly string[]
  readonly titles: readonly string[]
  readonly offFen: number
}

/**
 * What the server proposes for this bill: the coupons that together save most, with the things that
 * she asked for left on it. Null while it is not known, or is what was taken already.
 */
export function proposedOf({ scanned, couponIds, quote, quoting }: Priced): Proposed | null {
  if (!scanned || !quote?.proposed || quoting || quote.proposed.couponIds.length === 0) return null
  const { couponIds: best, offFen } = quote.proposed
  const cards = best.flatMap((id) => scanned.coupons.filter(({ couponId }) => couponId === id))
  const things = scanned.coupons.filter(
    ({ couponId, kind }) => kind === 'exchange' && couponIds.includes(couponId),
  )
  const wished = [...best, ...things.map(({ couponId }) => couponId)]
  const isTaken = wished.length === couponIds.length && wished.every((id) => couponIds.includes(id))
  if (isTaken || cards.length < best.length) return null
  return { couponIds: wished, titles: cards.map(({ title }) => title), offFen }
}

/** Why the proposal has no place for a coupon that fits by itself; empty where nothing is said. */
export function leftOutNoteOf({ quote, quoting }: Priced, couponId: string): string {
  const found = quoting ? undefined : quote?.leftOut?.find((each) => each.couponId === couponId)
  if (!found) return ''
  const other = found.detail.with
  return typeof other === 'string' ? `和“${other}”不能同时用` : found.message
}

/** The kinds of goods that her coupons are for: what a line may be called with one tap. */
export function categoriesOf(scanned: Scanned | null): readonly string[] {
  return [...new Set((scanned?.coupons ?? []).flatMap(({ limits }) => limits.categories))]
}

/** Before an amount is typed, the question is whether a coupon fits any bill here. */
const AMPLE_FEN = 10_000_000

function priced(scanned: Scanned, typed: Priced['typed'], couponIds: readonly string[]) {
  const some = scanned.coupons.filter(({ couponId }) => couponIds.includes(couponId)).map(onBill)
  const parts = billPartsOf(typed, takesThing({ scanned, couponIds }))
  const bill = billOf(parts ?? ample(some))
  const goods = linesOf(bill)
  if (!goods.ok) return goods
  const { freightFen } = bill
  return withCoupons({ lines: goods.value, freightFen }, { some, use: couponUseOf(scanned) })
}

function couponUseOf({ storeId, todayOn, tier }: Scanned): CouponUse {
  return { storeId, todayOn, now: serverNow(), tier: reachedTier(tier.tierId), holder: null }
}

function billOf(parts: NonNullable<ReturnType<typeof billPartsOf>>) {
  const { billFen, excludedFen = 0, freightFen = 0, lines = null } = parts
  const told = lines?.map((line) => ({ isExcluded: false, ...line })) ?? null
  return { billFen, excludedFen, freightFen, lines: told }
}

function ample(some: readonly BillCoupon[]) {
  const category = some.flatMap(({ terms }) => terms.limits.categories)[0]
  const line = { title: '', amountFen: AMPLE_FEN, ...(category === undefined ? {} : { category }) }
  return { billFen: AMPLE_FEN, excludedFen: 0, freightFen: AMPLE_FEN, lines: [line] }
}

function onBill(coupon: WalletCoupon): BillCoupon {
  const { couponId, title, heldUntilAt } = coupon
  // The shelf word "expired" is an issued coupon past its last day, which the rule finds itself.
  const state = coupon.state === 'expired' ? 'issued' : coupon.state
  const heldBy = heldUntilAt === null ? null : { id: '?', staffId: '?', untilAt: heldUntilAt }
  const terms = { ...coupon, transferable: coupon.isTransferable, state, heldBy }
  return { couponId, title, terms }
}

function missing(coupon: WalletCoupon, { code, detail }: Refusal, typed: Priced['typed']): string {
  const { categories } = coupon.limits
  if (code === 'COUPON_CATEGORY') {
    const goods = `限${categories.join('、')}`
    return hasLines(typed) ? `${goods}，账单里没有这类商品` : `${goods}，请逐行录入账单`
  }
  if (code === 'COUPON_STORE') return '不能在本店使用'
  if (code === 'COUPON_NOT_YET') return `${shortDay(coupon.validFromOn)}起可用`
  const missingFen = detail?.missingFen
  if (typeof missingFen === 'number') return `还差 ¥${yuanText(missingFen)} 可用`
  if (code === 'COUPON_USED' || code === 'COUPON_EXPIRED') return '已不能使用'
  const words = coupon.limitWords.join('、')
  return words === '' ? refusalSentences[code] : words
}
