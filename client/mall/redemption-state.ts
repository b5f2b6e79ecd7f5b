import { admitCancel, isPickupOver } from '@shared/mall/redemption'
import { dayText, momentText, shortDay, yuanText } from '../format'
import type { RedemptionCard } from './redemptions.store'

export interface RedemptionWords {
  /** The chip: 待自提, 已自提 … */
  label: string
  tone: 'waiting' | 'done' | 'over'
  /** One sentence under the title. */
  note: string
}

/** What a redemption's state means to the member, in words. */
export function wordsOf(redemption: RedemptionCard, todayOn: string): RedemptionWords {
  const { state, expiresOn, collectedAt, cancelledAt, collectedStoreName } = redemption
  const { cashFen, payUntilAt } = redemption
  if (state === 'collected') {
    const when = collectedAt === null ? '' : momentText(collectedAt)
    return { label: '已自提', tone: 'done', note: `${when} 在${collectedStoreName ?? '店内'}自提` }
  }
  if (state === 'cancelled') {
    const when = cancelledAt === null ? '' : momentText(cancelledAt)
    const money = cashFen > 0 ? '，付的钱原路退回微信' : ''
    return { label: '已取消', tone: 'over', note: `${when} 取消，积分已退回${money}` }
  }
  if (state === 'lapsed') {
    return { label: '没有付款', tone: 'over', note: '十五分钟内没有付款，积分已退回' }
  }
  if (state === 'unpaid') {
    const until = payUntilAt === null ? '' : momentText(payUntilAt).slice(11)
    return { label: '待付款', tone: 'waiting', note: `${until} 前付 ¥${yuanText(cashFen)}` }
  }
  if (isPickupOver(redemption, todayOn)) {
    return { label: '已过期', tone: 'over', note: `${dayText(expiresOn)}到期没取，积分会退回账户` }
  }
  return { label: '待自提', tone: 'waiting', note: `${shortDay(expiresOn)}前到店自提` }
}

/** May the member still cancel? The rule that the server decides by. */
export function canCancel(redemption: RedemptionCard, todayOn: string): boolean {
  return admitCancel(redemption, todayOn).ok
}
