import { couponOffFor } from '@shared/coupon'
import { serverNow } from '../clock'
import { dayOf } from '../format'
import { fenOf } from './amount'
import type { Till } from './till.store'

type Priced = Pick<Till, 'typed' | 'couponId' | 'scanned' | 'quote' | 'quoting'>

/**
 * What is paid for the amount in the field: the server's figure when it has come, before that what
 * the same coupon rule says. Null without an amount.
 */
export function payableFenOf(till: Priced): number | null {
  const { typed, couponId, scanned, quote, quoting } = till
  const billFen = fenOf(typed.bill)
  if (billFen === null || billFen === 0 || !scanned) return null
  if (quote && !quoting && quote.billFen === billFen) return quote.payableFen
  const coupon = scanned.coupons.find((each) => each.couponId === couponId)
  if (!coupon || coupon.state === 'expired') return billFen
  const { storeId } = scanned
  const terms = { ...coupon, state: coupon.state }
  const off = couponOffFor(terms, { billFen, storeId, todayOn: dayOf(serverNow()) })
  return off.ok ? billFen - off.value : billFen
}
