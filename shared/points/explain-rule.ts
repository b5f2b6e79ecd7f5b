/** By which rule an entry moved points, in the shopper's words. */
import type { EarnRule } from '../rules/earning'
import { formatYuan } from '../yuan'
import type { EntryReason } from './points-account'

/**
 * The rule of an entry. `rule` is the one it was booked by, where it is still known; what it says
 * of a member day is told only of an entry of such a day.
 */
export function explainRule(reason: EntryReason, on: string, rule: EarnRule | null): string {
  const isEarned = reason === 'purchase' || reason === 'purchaseForgotten'
  return isEarned && rule ? earnWords(rule, on) : rules[reason]
}

function earnWords(rule: EarnRule, on: string): string {
  const { fenPerPoint, validityMonths, pendingDays, memberDay } = rule
  const rate = `每实付 ${formatYuan(fenPerPoint)} 得 1 积分，不足的部分不计`
  const doubled = memberDay?.days.includes(Number(on.slice(8)))
  const memberDayWords = doubled ? `；会员日按 ${memberDay?.percent}% 计` : ''
  const pending = pendingDays === 0 ? '' : `；${pendingDays} 天后到账`
  return `${rate}${memberDayWords}${pending}；${validityMonths} 个月后的月底到期`
}

const returned = '退回的积分保留原来的到期日；已经过期的，会再留一段时间给您用'

const rules: Record<EntryReason, string> = {
  purchase: '按消费当天的积分规则，实付金额计积分，优惠券抵扣的部分不计',
  purchaseForgotten: '按小票当天的积分规则补记，有效期也从那天算起',
  purchasePaid: '付款抵扣要您在自己的手机上确认；先用最早到期的积分',
  released: '过了约定的天数，待到账的积分就可以用了；有效期从到账那天算起',
  purchaseRefunded: '退款时，这笔消费多得的积分会扣回；先扣当时获得的，再扣最早到期的',
  paidPointsReturned: returned,
  openingClaimed: '从旧会员卡转来，每位会员领一次，保留原来的到期月份',
  welcomePack: '新人礼包，每位会员一次',
  redemption: '兑换时，先用最早到期的积分',
  redemptionCancelled: returned,
  pickupExpired: returned,
  expiry: '积分可以用到到期那个月的最后一天',
  mergedOut: '两个会员身份合成一个，积分、券和兑换都转到另一个身份',
  mergedIn: '两个会员身份合成一个，转入的积分保留原来的到期日；有欠积分时先抵还',
  mergeUndone: '合并后七天内可以撤销，双方回到合并前的样子',
  frozen: '暂停期间照常累积，不会过期，也不能使用',
  unfrozen: '恢复后，快到期的积分至少还能用 30 天',
  rebuilt: '余额从来不直接改动；账户与流水不一致时，由店长按流水重新算出',
  adjusted: '由店员登记原因后调整，数额较大时要另一位店长同意',
}
