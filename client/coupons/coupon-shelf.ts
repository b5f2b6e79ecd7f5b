import { placeOf } from '@shared/coupons/kinds'
import { dayOf, daysBetween, dayText, momentText, shortDay } from '../format'
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

/** What she may do with it: nothing, go and use it, or open it for its code and for giving it. */
export type WayOn = 'none' | 'code' | 'sheet'

/** A gift is taken at the desk by its own digits; what a friend may have is offered there too. */
export function wayOnOf(coupon: WalletCoupon, todayOn: string): WayOn {
  const { state, offerId, couponCode, isTransferable, validFromOn } = coupon
  if (offerId !== null) return 'sheet'
  if (state !== 'issued') return 'none'
  if (isTransferable || (couponCode !== null && todayOn >= validFromOn)) return 'sheet'
  return todayOn >= validFromOn ? 'code' : 'none'
}

/** A gift is handed over by its own digits, not at the till. */
export function isForDesk(coupon: Pick<WalletCoupon, 'kind'>): boolean {
  return placeOf(coupon) === 'desk'
}

/** The word at the right of its ticket; where its owner is asked to wait, what for. */
export function asideOf(coupon: WalletCoupon, todayOn: string): string {
  const { state, offerId, revoked } = coupon
  if (revoked !== null) return '已作废'
  if (offerId !== null) return '赠送中'
  if (state === 'held') return '使用中'
  if (state === 'used') return '已使用'
  if (state !== 'issued') return '已过期'
  const way = wayOnOf(coupon, todayOn)
  return way === 'none' ? '' : todayOn < coupon.validFromOn ? '看一看' : '去使用'
}

/** Until when it can be used, in words; the last day itself counts. */
export function validityOf(coupon: WalletCoupon, todayOn: string): Validity {
  const { revoked, heldUntilAt, offerId } = coupon
  if (revoked) return { note: `已作废：${revoked.reason}`, tone: 'over' }
  const shelf = shelfOf(coupon)
  if (shelf === 'used') {
    const usedOn = coupon.usedAt === null ? '' : `${dayText(dayOf(coupon.usedAt))}`
    return { note: `${usedOn}已使用`, tone: 'over' }
  }
  if (shelf !== 'usable') return { note: `${dayText(coupon.expiresOn)}已过期`, tone: 'over' }
  if (coupon.state === 'held' && heldUntilAt !== null) {
    const until = `${shortDay(dayOf(heldUntilAt))} ${momentText(heldUntilAt).slice(11)}`
    const note =
      offerId === null ? `有一笔账单在用，${until} 前锁定` : `等朋友领取，${until} 前有效`
    return { note, tone: 'fresh' }
  }
  if (todayOn < coupon.validFromOn) {
    return { note: `${shortDay(coupon.validFromOn)}起可用`, tone: 'fresh' }
  }
  const left = daysBetween(todayOn, coupon.expiresOn)
  if (left === 0) return { note: '今天最后一天', tone: 'hurry' }
  if (left < HURRY_DAYS) return { note: `还剩 ${left} 天`, tone: 'hurry' }
  return { note: `${shortDay(coupon.expiresOn)}到期，还剩 ${left} 天`, tone: 'fresh' }
}
