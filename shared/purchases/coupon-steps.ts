/**
 * What coupons make of a bill, in one stated order: a thing at an exchange price becomes a line,
 * then coupons for some of the goods come off, then those for the whole bill, at last the one for
 * the freight. Thresholds look at the goods at their prices, before any coupon and before points.
 * At least one fen of the goods always stays to be paid.
 */
import { admitUse, type CouponTerms, type CouponUse } from '../coupons/coupon'
import type { CouponPlace } from '../coupons/coupon-kind'
import { couponKinds, offFor, placeOf, sentenceOf } from '../coupons/kinds'
import { accept, type Outcome, refuse } from '../refusal'
import { amountOf, type LineWish, shareOff } from './purchase-lines'

/** A coupon as a bill uses it. */
export interface BillCoupon {
  readonly couponId: string
  readonly title: string
  readonly terms: CouponTerms
}

/** One line of the receipt's sum: what it is, and by how much it moves what is to be paid. */
export interface BillStep {
  readonly kind:
    | 'goods'
    | 'exchange'
    | 'coupon'
    | 'points'
    | 'freight'
    | 'freightCoupon'
    | 'roundOff'
  readonly title: string
  readonly couponId: string | null
  readonly changeFen: number
}

export interface CouponedBill {
  /** With a line for each thing at an exchange price. */
  readonly lines: readonly LineWish[]
  /** Off each line. */
  readonly offFen: readonly number[]
  readonly freightOffFen: number
  readonly steps: readonly BillStep[]
}

interface Goods {
  /** As the bill says them. */
  readonly lines: readonly LineWish[]
  readonly freightFen: number
}

/** What has been done so far. */
interface Progress extends CouponedBill {
  readonly billed: readonly LineWish[]
  readonly freightFen: number
}

type Step = (so: Progress, coupon: BillCoupon) => Outcome<Progress>

/** The goods of all the bill come after those of some lines. */
const places: readonly CouponPlace[] = ['exchange', 'goods', 'freight', 'desk']

const stepAt: Readonly<Record<CouponPlace, Step>> = {
  exchange: addLine,
  goods: takeOffGoods,
  freight: takeOffFreight,
  desk: () => refuse('COUPON_AT_DESK'),
}

/**
 * Applies coupons in their order, whatever order they are named in. Refuses COUPON_STACK for two
 * of one group, what `admitUse` refuses, COUPON_THRESHOLD with what is missing, COUPON_CATEGORY
 * where no line is of its goods, COUPON_FREIGHT, COUPON_AT_DESK; each with the coupon's id.
 */
export function withCoupons(
  { lines, freightFen }: Goods,
  coupons: { readonly some: readonly BillCoupon[]; readonly use: CouponUse } | null,
): Outcome<CouponedBill> {
  let so: Progress = {
    ...{ billed: lines, lines, offFen: lines.map(() => 0), freightFen, freightOffFen: 0 },
    steps: [],
  }
  const taken = new Map<string, BillCoupon>()
  if (!coupons) return accept(so)
  for (const coupon of inOrder(coupons.some)) {
    const group = groupOf(coupon.terms)
    const other = taken.get(group)
    if (other) return refuse('COUPON_STACK', { couponId: coupon.couponId, with: other.title })
    taken.set(group, coupon)
    const admitted = admitUse(coupon.terms, coupons.use)
    const next = admitted.ok ? applied(so, coupon) : admitted
    if (!next.ok) {
      return refuse(next.code, { ...next.detail, couponId: coupon.couponId })
    }
    so = next.value
  }
  return accept(so)
}

/** Coupons of one group exclude each other; without a group of its own it is that of its place. */
export function groupOf(terms: CouponTerms): string {
  return terms.stackGroup ?? `:${isOfLines(terms) ? 'lines' : placeOf(terms)}`
}

function inOrder(coupons: readonly BillCoupon[]): readonly BillCoupon[] {
  const rank = ({ terms }: BillCoupon) =>
    places.indexOf(placeOf(terms)) * 100 +
    (isOfLines(terms) ? 0 : 50) +
    couponKinds.indexOf(terms.kind)
  return [...coupons].sort(
    (a, b) => rank(a) - rank(b) || (a.couponId < b.couponId ? -1 : Number(a.couponId > b.couponId)),
  )
}

/** For some of the goods only. */
function isOfLines(terms: CouponTerms): boolean {
  return placeOf(terms) === 'goods' && terms.limits.categories.length > 0
}

function applied(so: Progress, coupon: BillCoupon): Outcome<Progress> {
  const { thresholdFen, limits } = coupon.terms
  const meant = so.billed.filter((line) => isMeant(line, limits.categories))
  if (limits.categories.length > 0 && meant.length === 0) {
    return refuse('COUPON_CATEGORY', { categories: limits.categories.join('、') })
  }
  const missingFen = thresholdFen - amountOf(meant)
  if (missingFen > 0) return refuse('COUPON_THRESHOLD', { missingFen })
  return stepAt[placeOf(coupon.terms)](so, coupon)
}

function isMeant({ category }: LineWish, categories: readonly string[]): boolean {
  return categories.length === 0 || (category !== undefined && categories.includes(category))
}

function addLine(so: Progress, { couponId, title, terms }: BillCoupon): Outcome<Progress> {
  if (terms.kind !== 'exchange') return refuse('COUPON_AT_DESK')
  const { thing, priceFen } = terms
  const line = { title: thing, amountFen: priceFen, isExcluded: false }
  const step = { kind: 'exchange', title, couponId, changeFen: priceFen } as const
  return accept({
    ...so,
    lines: [...so.lines, line],
    offFen: [...so.offFen, 0],
    steps: [...so.steps, step],
  })
}

function takeOffGoods(so: Progress, coupon: BillCoupon): Outcome<Progress> {
  const { categories } = coupon.terms.limits
  const left = so.lines.map((line, place) => {
    // A thing at its exchange price is no goods of the bill: nothing more comes off it.
    const isGoods = place < so.billed.length && isMeant(line, categories)
    return { ...line, amountFen: isGoods ? line.amountFen - (so.offFen[place] ?? 0) : 0 }
  })
  const baseFen = amountOf(left)
  const goodsLeftFen = amountOf(so.billed) - so.offFen.reduce((sum, fen) => sum + fen, 0)
  const off = offFor(coupon.terms, { baseFen, mostFen: Math.min(baseFen, goodsLeftFen - 1) })
  if (!off.ok) return off
  const shares = shareOff(off.value, left)
  return accept({
    ...so,
    offFen: so.offFen.map((fen, place) => fen + (shares[place] ?? 0)),
    steps: [...so.steps, stepOf(coupon, off.value)],
  })
}

function takeOffFreight(so: Progress, coupon: BillCoupon): Outcome<Progress> {
  const leftFen = so.freightFen - so.freightOffFen
  const off = offFor(coupon.terms, { baseFen: leftFen, mostFen: leftFen })
  if (!off.ok) return off
  const freightOffFen = so.freightOffFen + off.value
  return accept({ ...so, freightOffFen, steps: [...so.steps, stepOf(coupon, off.value)] })
}

function stepOf({ couponId, title, terms }: BillCoupon, offFen: number): BillStep {
  const name = title === '' ? sentenceOf(terms) : title
  const kind = placeOf(terms) === 'freight' ? 'freightCoupon' : 'coupon'
  return { kind, title: name, couponId, changeFen: -offFen }
}
