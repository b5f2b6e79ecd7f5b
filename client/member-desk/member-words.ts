import { countText, dayText, shortDay, yuanText } from '../format'
import type { FoundMember } from './found.store'
import type { ShownMember } from './member.store'

type Purchase = ShownMember['purchases'][number]
type Redemption = ShownMember['redemptions'][number]
type Gift = ShownMember['gifts'][number]

const foundWords: Readonly<Record<Exclude<FoundMember['foundBy'], 'receipt'>, string>> = {
  memberNumber: '会员号一致',
  phone: '手机号一致',
  nickname: '',
}

/** By what she was found, where it was not her name; of a receipt which one. */
export function foundText({ foundBy, receipt }: Pick<FoundMember, 'foundBy' | 'receipt'>): string {
  if (foundBy !== 'receipt') return foundWords[foundBy]
  if (receipt === null) return ''
  return `小票 ${receipt.receiptNo} · ${receipt.storeName} · ${shortDay(receipt.businessOn)}`
}

/** Who she is, in one line under her name. */
export function originText({
  joinedOn,
  joinedStoreName,
}: Pick<ShownMember, 'joinedOn' | 'joinedStoreName'>): string {
  return joinedStoreName
    ? `${dayText(joinedOn)}在${joinedStoreName}入会`
    : `${dayText(joinedOn)}入会`
}

/** What she bought in all. */
export function boughtText({
  boughtCount,
  lastBoughtOn,
}: Pick<ShownMember, 'boughtCount' | 'lastBoughtOn'>): string {
  if (boughtCount === 0 || lastBoughtOn === null) return '还没有消费'
  return `共 ${countText(boughtCount)} 笔，最近一次 ${dayText(lastBoughtOn)}`
}

export function purchaseText({ state, earnedPoints, refundedFen }: Purchase): string {
  if (state === 'refunded') return '已退款'
  if (state === 'partlyRefunded') return `已退 ¥${yuanText(refundedFen)}`
  return `+${countText(earnedPoints)} 积分`
}

const redemptionWords: Readonly<Record<Redemption['state'], string>> = {
  unpaid: '待付款',
  waiting: '待自提',
  collected: '已自提',
  cancelled: '已取消',
  expired: '已过期',
  lapsed: '没有付款',
}

export function redemptionText({ state }: Pick<Redemption, 'state'>): string {
  return redemptionWords[state]
}

const giftWords: Readonly<Record<Gift['state'], string>> = {
  waiting: '待领取',
  claimed: '已领取',
  granted: '已送达',
  lapsed: '过期没有领取',
  refused: '没有送出',
  takenBack: '已收回',
}

export function giftText({ state }: Pick<Gift, 'state'>): string {
  return giftWords[state]
}
