import { countText } from '../format'
import type { Rehearsal, RehearsedGrant } from './rehearsal.store'

type Refusal = NonNullable<RehearsedGrant['refused']>

const refusalWords: Readonly<Record<Refusal, string>> = {
  stack: '同日只送一份',
  budget: '预算用完',
  onceOnly: '已经送过',
}

export function refusalText(refused: Refusal): string {
  return refusalWords[refused]
}

/** About so many yuan, short enough for a field of the calendar: `¥36`, `¥1.2万`. */
export function aboutYuan(fen: number): string {
  // A few points are worth less than a yuan, and are not for nothing.
  const yuan = Math.max(Math.floor(fen / 100), fen > 0 ? 1 : 0)
  return `¥${shortText(yuan)}`
}

/** `12份`; from a thousand on the figure alone, which is as wide as its field. */
export function giftsText(count: number): string {
  return count < 1_000 ? `${count}份` : shortText(count)
}

/** Rounded down: `12800` → `1.2万`. */
function shortText(count: number): string {
  if (count < 10_000) return String(count)
  const thousands = Math.floor(count / 1_000)
  const tenth = thousands % 10
  return `${Math.floor(thousands / 10)}${tenth > 0 ? `.${tenth}` : ''}万`
}

/** Coupons of what was read so far: of the days in whole once there is no further page. */
export function couponCountOf(grants: readonly RehearsedGrant[]): number {
  return grants.reduce(
    (sum, { refused, couponTemplateIds }) => sum + (refused ? 0 : couponTemplateIds.length),
    0,
  )
}

export function couponsText(grants: readonly RehearsedGrant[], isWhole: boolean): string {
  const count = countText(couponCountOf(grants))
  return isWhole ? `${count} 张` : `${count} 张以上`
}

export function grantCountOf({ days }: Pick<Rehearsal, 'days'>): number {
  return days.reduce((sum, { grantCount }) => sum + grantCount, 0)
}

/** What one member gets: `88 积分 + 满30减5元券`. */
export function contentsText(
  { points, couponTemplateIds }: Pick<RehearsedGrant, 'points' | 'couponTemplateIds'>,
  titleOf: (templateId: string) => string,
): string {
  const parts = [
    ...(points > 0 ? [`${countText(points)} 积分`] : []),
    ...couponTemplateIds.map(titleOf),
  ]
  return parts.join(' + ') || '礼品一份'
}

/** The day that is open first: the first that gives something. */
export function firstOf({ days }: Pick<Rehearsal, 'days'>, grants: readonly RehearsedGrant[]) {
  const [first] = days
  const giving = days.find(({ grantCount }) => grantCount > 0)
  return giving?.on ?? grants[0]?.on ?? first?.on ?? null
}
