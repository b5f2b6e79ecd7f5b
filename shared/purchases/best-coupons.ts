/** Which of a member's coupons a till proposes, and why it leaves the others out. */
import type { CouponUse } from '../coupons/coupon'
import { placeOf } from '../coupons/kinds'
import { MAX_BILL_COUPONS } from '../limits'
import { type Refusal, refuse } from '../refusal'
import { type BillCoupon, groupOf, withCoupons } from './coupon-steps'
import { type BillLines, linesOf } from './purchase-lines'

export interface CouponChoice {
  /** The lawful combination that saves most; of equal ones the one with the fewest coupons. */
  readonly best: readonly BillCoupon[]
  /** What it takes off goods and freight together. */
  readonly offFen: number
  /** All that the bill could take, each alone, those that save most first. */
  readonly fitting: readonly BillCoupon[]
  /** The others that take money off, each with what keeps it out. */
  readonly leftOut: readonly { readonly coupon: BillCoupon; readonly because: Refusal }[]
}

/** Of each group so many are tried together with others: those that save most alone. */
const TRIED_OF_A_GROUP = 3

/**
 * Chooses among the coupons that take money off; things at an exchange price and gifts are asked
 * for by the member. Never worse than any one of them alone.
 */
export function bestCoupons(
  bill: BillLines & { readonly freightFen: number },
  coupons: readonly BillCoupon[],
  use: CouponUse,
): CouponChoice {
  const lines = linesOf(bill)
  const { freightFen } = bill
  const candidates = coupons.filter(({ terms }) => ['goods', 'freight'].includes(placeOf(terms)))
  if (!lines.ok) return { best: [], offFen: 0, fitting: [], leftOut: [] }
  const goods = { lines: lines.value, freightFen }
  const savingOf = (some: readonly BillCoupon[]): number => {
    const made = withCoupons(goods, { some, use })
    if (!made.ok) return -1
    return made.value.steps.reduce((sum, { changeFen }) => sum - changeFen, 0)
  }
  const alone = candidates
    .map((coupon) => ({ coupon, offFen: savingOf([coupon]) }))
    .filter(({ offFen }) => offFen > 0)
    .sort((a, b) => b.offFen - a.offFen)
  let best: readonly BillCoupon[] = []
  let offFen = 0
  for (const some of combinations(alone.map(({ coupon }) => coupon))) {
    const saving = savingOf(some)
    if (saving > offFen || (saving === offFen && some.length < best.length)) {
      best = some
      offFen = saving
    }
  }
  const leftOut = candidates
    .filter((coupon) => !best.includes(coupon))
    .map((coupon) => {
      const single = withCoupons(goods, { some: [coupon], use })
      const both = single.ok ? withCoupons(goods, { some: [...best, coupon], use }) : single
      return { coupon, because: both.ok ? refuse('COUPON_STACK') : both }
    })
  const things = coupons.filter(
    (coupon) =>
      placeOf(coupon.terms) === 'exchange' && withCoupons(goods, { some: [coupon], use }).ok,
  )
  const fitting = [...alone.map(({ coupon }) => coupon), ...things]
  return { best, offFen, fitting, leftOut }
}

/** At most one of each group, the most promising ones. */
function combinations(sorted: readonly BillCoupon[]): readonly (readonly BillCoupon[])[] {
  const groups = new Map<string, BillCoupon[]>()
  for (const coupon of sorted) {
    const group = groupOf(coupon.terms)
    const own = groups.get(group) ?? []
    if (own.length < TRIED_OF_A_GROUP) groups.set(group, [...own, coupon])
  }
  return [...groups.values()]
    .slice(0, MAX_BILL_COUPONS)
    .reduce<readonly (readonly BillCoupon[])[]>(
      (made, own) => made.flatMap((some) => [some, ...own.map((coupon) => [...some, coupon])]),
      [[]],
    )
}
