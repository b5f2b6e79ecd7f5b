/** By which rule an entry moved points, in the shopper's words. */
import type { EarnRule } from '../rules/earning'
import { formatYuan } from '../yuan'
import { type EntryReason, reasonOf } from './reasons'
import type { GiftFacts } from './story'

/** What of an entry its rule is told from. */
export interface RuledEntry {
  readonly reason: EntryReason
  readonly on: string
  readonly rule: EarnRule | null
  readonly gift?: GiftFacts
}

/**
 * The rule of an entry. `rule` is the one it was booked by, where it is still known; what it says
 * of a member day is told only of an entry of such a day.
 */
export function explainRule({ reason, on, rule, gift }: RuledEntry): string {
  if (gift) return gift.rule
  const { isByEarnRule, rule: words } = reasonOf(reason)
  return isByEarnRule && rule ? earnWords(rule, on) : words
}

function earnWords(rule: EarnRule, on: string): string {
  const { fenPerPoint, validityMonths, pendingDays, memberDay } = rule
  const rate = `每实付 ${formatYuan(fenPerPoint)} 得 1 积分，不足的部分不计`
  const doubled = memberDay?.days.includes(Number(on.slice(8)))
  const memberDayWords = doubled ? `；会员日按 ${memberDay?.percent}% 计` : ''
  const pending = pendingDays === 0 ? '' : `；${pendingDays} 天后到账`
  return `${rate}${memberDayWords}${pending}；${validityMonths} 个月后的月底到期`
}
