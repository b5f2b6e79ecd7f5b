/** What the shop promises for money that is spent, in its words, from the rule in force. */
import type { EarnRule } from './earning'

export interface EarnWords {
  /** `消费 2 元攒 1 分`. */
  readonly rate: string
  /** How long the points live, and what else belongs to the promise: `有效期两年，7 天后到账`. */
  readonly terms: string
}

export function earnWordsOf(rule: EarnRule): EarnWords {
  const parts = [
    validityWords(rule.validityMonths),
    rule.pendingDays === 0 ? '' : `${rule.pendingDays} 天后到账`,
    memberDayWords(rule.memberDay),
    capWords(rule),
  ]
  return { rate: rateWords(rule.fenPerPoint), terms: parts.filter(Boolean).join('，') }
}

/** By the yuan where a yuan is worth whole points, else by the point. */
function rateWords(fenPerPoint: number): string {
  const isByYuan = 100 % fenPerPoint === 0
  return isByYuan
    ? `消费 1 元攒 ${Math.floor(100 / fenPerPoint)} 分`
    : `消费 ${yuanWords(fenPerPoint)} 元攒 1 分`
}

/** Without zeros that say nothing: `2`, `2.5`, `0.75`. */
function yuanWords(fen: number): string {
  const rest = fen % 100
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`
  return `${Math.floor(fen / 100)}${decimals}`
}

const years = ['', '一', '两', '三', '四', '五']

function validityWords(months: number): string {
  const year = months % 12 === 0 ? years[Math.floor(months / 12)] : undefined
  return year ? `有效期${year}年` : `有效期 ${months} 个月`
}

const multiples: Readonly<Record<number, string>> = { 200: '双倍', 300: '三倍' }

function memberDayWords(memberDay: EarnRule['memberDay']): string {
  if (!memberDay || memberDay.days.length === 0) return ''
  const days = [...memberDay.days].sort((a, b) => a - b).join('、')
  const times = multiples[memberDay.percent]
  return times ? `每月 ${days} 日${times}积分` : `每月 ${days} 日积分按 ${memberDay.percent}% 计`
}

function capWords({ dayCapPoints, monthCapPoints }: EarnRule): string {
  const caps = [
    dayCapPoints === null ? '' : `每天最多 ${dayCapPoints} 分`,
    monthCapPoints === null ? '' : `每月最多 ${monthCapPoints} 分`,
  ]
  return caps.filter(Boolean).join('、')
}
