import { lunarDayText, lunarMonthText } from '@shared/calendar/lunar'
import { lunarTable } from '@shared/calendar/lunar-table'
import type { GiftScene, WakeReason } from '@shared/gifts/gift-rule'
import { partsOfGrant } from '@shared/gifts/grant-key'
import { countText, shortDay } from '../format'
import type { WaitingGift } from './gifts.store'

const whys: Readonly<Record<GiftScene, string>> = {
  welcome: '欢迎您入会，这是见面礼',
  firstPurchase: '谢谢您第一次光临',
  repurchase: '谢谢您又一次光临',
  upgrade: '恭喜您升级',
  birthday: '您的生日，店里记得',
  holiday: '过节了，送上一份心意',
  referral: '谢谢您带来新邻居',
  wakeUp: '好久没见到您了',
  anniversary: '谢谢您又陪伴了一年',
  memberDay: '今天是会员日',
}

/** Why it is hers. */
export function whyText({ scene }: Pick<WaitingGift, 'scene'>): string {
  return whys[scene]
}

/** `9月25日，农历八月十五` of a gift that keeps a day; null of one that keeps none. */
export function dayNote({ giftId }: Pick<WaitingGift, 'giftId'>): string | null {
  const on = partsOfGrant(giftId)?.occasionKey ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return null
  const lunar = lunarTable.lunarOf(on)
  if (!lunar) return shortDay(on)
  const { month, day, isLeapMonth } = lunar
  return `${shortDay(on)}，农历${lunarMonthText(month, isLeapMonth)}${lunarDayText(day)}`
}

const daysThatCount: readonly GiftScene[] = ['birthday', 'holiday', 'memberDay']

/** The lunar note stands where the day itself is what is kept, not where she slept since it. */
export function keptDayText(gift: Pick<WaitingGift, 'giftId' | 'scene'>): string | null {
  return daysThatCount.includes(gift.scene) ? dayNote(gift) : null
}

export function insideText({ points }: Pick<WaitingGift, 'points'>): string {
  return points > 0 ? `${countText(points)} 积分` : '打开看看里面是什么'
}

export const wakeReasonChips: readonly { value: WakeReason; label: string }[] = [
  { value: 'tooFar', label: '离得远了' },
  { value: 'tooDear', label: '价格偏高' },
  { value: 'notNeeded', label: '最近不需要' },
  { value: 'service', label: '服务没到位' },
  { value: 'forgot', label: '一时忘了' },
  { value: 'other', label: '别的原因' },
]
