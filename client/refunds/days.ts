import { dayOf, daysBetween, shortDay } from '../format'

export interface Day<R> {
  /** `2026-11-19`. */
  readonly on: string
  readonly label: string
  readonly rows: readonly R[]
}

/** Rows under the day on which they were booked; their order is kept. */
export function byDay<R extends { readonly settledAt: number }>(
  rows: readonly R[],
  now: number,
): Day<R>[] {
  const days = new Map<string, R[]>()
  for (const row of rows) {
    const on = dayOf(row.settledAt)
    days.set(on, [...(days.get(on) ?? []), row])
  }
  return [...days].map(([on, some]) => ({ on, label: labelOf(on, dayOf(now)), rows: some }))
}

function labelOf(on: string, todayOn: string): string {
  const ago = daysBetween(on, todayOn)
  const isThisYear = on.slice(0, 4) === todayOn.slice(0, 4)
  const day = isThisYear ? shortDay(on) : `${on.slice(0, 4)}年${shortDay(on)}`
  if (ago === 0) return `今天 ${day}`
  if (ago === 1) return `昨天 ${day}`
  return `${day} 周${'日一二三四五六'[new Date(on).getUTCDay()]}`
}
