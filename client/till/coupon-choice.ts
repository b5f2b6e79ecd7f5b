import { couponOffFor } from '@shared/coupons/coupon'
import type { Refusal } from '@shared/refusal'
import type { OutputAt } from '../api'
import { shortDay, yuanText } from '../format'
import type { Scanned } from '../session/desk.store'
import type { Till } from '../session/till.store'
import { billFenOf, freightFenOf } from '../session/typed-bill'

type WalletCoupon = OutputAt<'staff.scan'>['coupons'][number]
type Priced = Pick<Till, 'typed' | 'couponId' | 'scanned' | 'quote' | 'quoting'> & {
  readonly proposal?: Till['proposal']
}

export interface CouponChoice {
  coupon: WalletCoupon
  /** Can be taken for the amount typed so far; before an amount, whatever could fit some. */
  fits: boolean
  note: string
}

/** The member's coupons as staff may take them, those that fit first. */
export function couponChoicesOf({ scanned, typed }: Priced): CouponChoice[] {
  if (!scanned) return []
  const billFen = billFenOf(typed) ?? 0
  const choices = scanned.coupons.map((coupon): CouponChoice => {
    // Before an amount is typed, the question is whether the coupon fits any bill here.
    const anyFen = coupon.thresholdFen + coupon.faceFen + 1
    const off = offOf(coupon, scanned, billFen || anyFen)
    if (off.ok) return { coupon, fits: true, note: `${shortDay(coupon.expiresOn)}前可用` }
    return { coupon, fits: false, note: missing(coupon, off) }
  })
  return [...choices.filter(({ fits }) => fits), ...choices.filter(({ fits }) => !fits)]
}

/**
 * What is paid for the amount in the field: the server's figure when it has come, before that what
 * the same coupon rule says. Null without an amount.
 */
export function payableFenOf(till: Priced): number | null {
  const { typed, couponId, scanned, quote, quoting, proposal } = till
  const billFen = billFenOf(typed)
  if (billFen === null || billFen === 0 || !scanned) return null
  if (proposal?.state === 'confirmed') return proposal.payableFen
  if (quote && !quoting && quote.billFen === billFen) return quote.payableFen
  const coupon = scanned.coupons.find((each) => each.couponId === couponId)
  const off = coupon ? offOf(coupon, scanned, billFen) : null
  return billFen - (off?.ok ? off.value : 0) + freightFenOf(typed)
}

function offOf(coupon: WalletCoupon, { storeId, todayOn }: Scanned, billFen: number) {
  // The shelf word "expired" is an issued coupon past its last day, which the rule finds itself.
  const state = coupon.state === 'expired' ? 'issued' : coupon.state
  return couponOffFor({ ...coupon, state }, { billFen, storeId, todayOn })
}

function missing(coupon: WalletCoupon, { code, detail }: Refusal): string {
  if (code === 'COUPON_STORE') return '不能在本店使用'
  if (code === 'COUPON_NOT_YET') return `${shortDay(coupon.validFromOn)}起可用`
  const missingFen = detail?.missingFen
  if (typeof missingFen === 'number') return `还差 ¥${yuanText(missingFen)} 可用`
  return '已不能使用'
}
