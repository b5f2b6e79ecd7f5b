import type { BillStep } from '@shared/purchases/coupon-steps'
import { countText, yuanText } from '../format'

export interface StepRow {
  readonly key: string
  readonly label: string
  readonly value: string
}

/**
 * How one comes from the goods to what is paid, a row for each step, in the order in which it was
 * reckoned; empty for a bill that is paid as it is. The goods are where it begins: what comes on
 * top or off has its sign. `points` are those that paid a part.
 */
export function stepRowsOf(steps: readonly BillStep[] = [], points = 0): StepRow[] {
  if (steps.length < 2) return []
  return steps.map(({ kind, title, couponId, changeFen }) => ({
    key: couponId ?? kind,
    label: kind === 'points' && points > 0 ? `${countText(points)} 积分抵扣` : title,
    value: `${signOf(kind, changeFen)}¥${yuanText(Math.abs(changeFen))}`,
  }))
}

function signOf(kind: BillStep['kind'], changeFen: number): string {
  if (changeFen < 0) return '−'
  return kind === 'goods' ? '' : '+'
}
