/** What a rehearsal adds up, and what its cursor carries from page to page. */
import type { GiftRefusal } from './decide'
import type { GiftBudget, GiftScene } from './gift-rule'

export interface DayTotals {
  readonly on: string
  readonly grantCount: number
  readonly costPoints: number
  readonly costFen: number
}

/** One gift as it would come. */
export interface Rehearsed {
  readonly on: string
  readonly scene: GiftScene
  readonly ruleId: string
  readonly title: string
  readonly memberId: string
  readonly maskedName: string
  readonly points: number
  readonly couponTemplateIds: readonly string[]
  readonly costFen: number
  readonly refused: GiftRefusal | null
}

/** Of a rule's budget: what is left in all, and what was given on the newest of its days. */
export interface BudgetLeft {
  readonly totalLeft: number | null
  readonly on: string
  readonly dayUsed: number
}

/** Takes one of a budget; null when it is used up. */
export function takenFrom(
  left: BudgetLeft,
  { dayCount }: GiftBudget,
  on: string,
): BudgetLeft | null {
  const dayUsed = left.on === on ? left.dayUsed : 0
  if (dayCount !== null && dayUsed >= dayCount) return null
  if (left.totalLeft !== null && left.totalLeft <= 0) return null
  return {
    totalLeft: left.totalLeft === null ? null : left.totalLeft - 1,
    on,
    dayUsed: dayUsed + 1,
  }
}

export function withGrant(totals: DayTotals, { refused, points, costFen }: Rehearsed): DayTotals {
  if (refused !== null) return totals
  return {
    on: totals.on,
    grantCount: totals.grantCount + 1,
    costPoints: totals.costPoints + points,
    costFen: totals.costFen + costFen,
  }
}

export function sumOf(
  days: readonly DayTotals[],
): Pick<DayTotals, 'costPoints' | 'costFen' | 'grantCount'> {
  const add = (name: 'grantCount' | 'costPoints' | 'costFen') =>
    days.reduce((sum, day) => sum + day[name], 0)
  return { grantCount: add('grantCount'), costPoints: add('costPoints'), costFen: add('costFen') }
}
