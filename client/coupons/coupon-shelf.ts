import { dayOf, daysBetween, dayText, shortDay } from '../format'
import type { WalletCoupon } from './coupons.store'

export type Shelf = 'usable' | 'used' | 'expired'

/** The tab of the wallet that a coupon stands in; one revoked without a word is shown nowhere. */
export function shelfOf(coupon: WalletCoupon): Shelf | null {
  if (coupon.state === 'issued' || coupon.state === 'held') return 'usable'
  if (coupon.state === 'used') return 'used'
  return coupon.state === 'expired' || coupon.revoked ? 'expired' : null
}

/** A shelf's coupons: usable ones by their last day, the soonest first; past ones newest first. */
export function couponsOn(shelf: Shelf, coupons: readonly WalletCoupon[]): WalletCoupon[] {
  const here = coupons.filter((coupon) => shelfOf(coupon) === shelf)
  const byLastDay = (a: WalletCoupon, b: WalletCoupon) => a.expiresOn.localeCompare(b.expiresOn)
  if (shelf === 'usable') return here.sort(byLastDay)
  if (shelf === 'expired') return here.sort((a, b) => byLastDay(b, a))
  return here.sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0))
}

/** Fewer days than this are shown as urgent. */
const HURRY_DAYS = 3

export interface Validity {
  note: string
  tone: 'fresh' | 'hurry' | 'over'
}

/** Until when it can be used, in words; the last day itself counts. */
export function validityOf(coupon: WalletCoupon, todayOn: string): Validity {
  const shelf = shelfOf(coupon)
  if (shelf === 'used') {
    const usedOn = coupon.usedAt === null ? '' : `${dayText(dayOf(coupon.usedAt))}`
    return { note: `${usedOn}已使用`, tone: 'over' }
  }
  if (coupon.revoked) return { note: `已作废：${coupon.revoked.reason}`, tone: 'over' }
  if (shelf !== 'usable') return { note: `${dayText(coupon.expiresOn)}已过期`, tone: 'over' }
  const where = coupon.limits.storeIds.length > 0 ? ' · 限部分门店' : ''
  if (todayOn < coupon.validFromOn) {
    return { note: `${shortDay(coupon.validFromOn)}起可用${where}`, tone: 'fresh' }
  }
  const left = daysBetween(todayOn, coupon.expiresOn)
  if (left === 0) return { note: `今天最后一天${where}`, tone: 'hurry' }
  if (left < HURRY_DAYS) return { note: `还剩 ${left} 天${where}`, tone: 'hurry' }
  return { note: `${shortDay(coupon.expiresOn)}到期，还剩 ${left} 天${where}`, tone: 'fresh' }
}
