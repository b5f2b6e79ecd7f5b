/** What the levels' figures are called: each says what it counts, and what is missing. */
import { spokenDate } from '../business-date'
import { plainYuan } from '../yuan'
import { type TierId, tierNames } from './tier'
import type { TierFigures, TierMethod, TierRule, TierWeights } from './tier-rule'

/** A number of the rule's own kind: `¥1,000`, `3 次`, `50 分`. */
export function measureText(method: TierMethod, measure: number): string {
  if (method === 'amount') return `¥${grouped(plainYuan(measure))}`
  return method === 'frequency' ? `${measure} 次` : `${measure} 分`
}

function grouped(yuan: string): string {
  const [whole = '', cents] = yuan.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? digits : `${digits}.${cents}`
}

/** Over which time something counts. */
export function windowText({ window, cycleMonth }: TierRule): string {
  if (window === 'lifetime') return '入会以来'
  return window === 'rolling' ? '最近 12 个月（含本月）' : `本年度（每年 ${cycleMonth} 月起）`
}

/** What a level asks for. */
export function thresholdText(method: TierMethod, threshold: number): string {
  if (method === 'amount') return `实付满 ${measureText(method, threshold)}`
  if (method === 'frequency') return `一个月内消费满 ${threshold} 次`
  return `得分满 ${threshold} 分`
}

/** What is missing, as a sentence: `还差 ¥320 升金卡`. */
export function gapText(method: TierMethod, gap: number, tierId: TierId): string {
  const to = tierNames[tierId]
  if (method === 'frequency') return `这个月再消费 ${gap} 次，升${to}`
  return `还差 ${measureText(method, gap)}，升${to}`
}

/** What it takes to keep a level, and by when. */
export function keepText(
  method: TierMethod,
  gap: number,
  { tierId, byOn }: { readonly tierId: TierId; readonly byOn: string },
): string {
  const by = spokenDate(byOn)
  if (gap === 0) return `已经达到保级要求，${tierNames[tierId]}会继续保留`
  if (method === 'frequency')
    return `${by}前，一个月内再消费 ${gap} 次，就能保住${tierNames[tierId]}`
  return `${by}前还差 ${measureText(method, gap)}，就能保住${tierNames[tierId]}`
}

export type TierPart = keyof TierWeights

export interface PartWords {
  readonly label: string
  /** What it counts, in one sentence. */
  readonly counts: string
}

export const partWords: Readonly<Record<TierPart, PartWords>> = {
  amount: {
    label: '消费金额',
    counts: '到店实付的钱；券和积分抵掉的不算，退款会减去',
  },
  frequency: {
    label: '消费次数',
    counts: '次数最多的那个月；十分钟内在同一家店的几笔只算一次，全额退款的不算',
  },
  tenure: { label: '会龄', counts: '从第一次消费的那个月算起，每满一个月加一' },
  active: { label: '活跃月数', counts: '有消费的月份，一个月算一次' },
}

/** Which parts a way of counting looks at. */
export const partsOfMethod: Readonly<Record<TierMethod, readonly TierPart[]>> = {
  off: [],
  amount: ['amount'],
  frequency: ['frequency'],
  loyalty: ['tenure', 'active'],
  composite: ['amount', 'frequency', 'tenure', 'active'],
}

/** The figure of one part. */
export function partText(part: TierPart, figures: TierFigures): string {
  if (part === 'amount') return measureText('amount', figures.paidFen)
  if (part === 'frequency') return `${figures.monthVisits} 次`
  return part === 'tenure' ? `${figures.tenureMonths} 个月` : `${figures.activeMonths} 个月`
}

const weightWords: Readonly<Record<TierPart, string>> = {
  amount: '每 ¥100 ',
  frequency: '每次',
  tenure: '每个月',
  active: '每个月',
}

/** How a part becomes merit: `每 ¥100 计 2 分`. */
export function weightText(part: TierPart, weight: number): string {
  return `${weightWords[part]}计 ${weight} 分`
}
