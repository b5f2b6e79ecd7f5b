import type { OutputAt } from '../api'
import { countText, momentText } from '../format'

export type AdjustmentRow = OutputAt<'points.adjustments'>['adjustments'][number]

/** What became of an adjustment, in the words of the one who asked for it. */
export function outcomeOf({ state, points, ripensAt }: AdjustmentRow): string {
  const what = `${points > 0 ? '增加' : '扣减'} ${countText(Math.abs(points))} 积分`
  if (state === 'booked') return `${what}，已入账`
  if (state === 'rejected') return `${what}，未入账`
  if (ripensAt === null) return `${what}，数额较大，等另一位店长同意后入账`
  return `${what}，数额较大，本店只有一位店长，将在 ${momentText(ripensAt)} 之后入账`
}

/** The state of a row in a few words. */
export function stateOf({ state, ripensAt, decidedByName }: AdjustmentRow): string {
  if (state === 'waiting') {
    return ripensAt === null ? '等另一位店长同意' : `${momentText(ripensAt).slice(5)} 后入账`
  }
  const who = decidedByName === null ? '' : ` · ${decidedByName}`
  return `${state === 'booked' ? '已入账' : '未入账'}${who}`
}
