import { dayOf, daysBetween, dayText, momentText, shortDay } from '../format'

/** When something happened, the nearer the closer: `今天 09:05`, `11月20日 09:05`. */
export function whenText(at: number, nowAt: number): string {
  const on = dayOf(at)
  const time = momentText(at).slice(on.length + 1)
  const daysAgo = daysBetween(on, dayOf(nowAt))
  if (daysAgo === 0) return `今天 ${time}`
  if (daysAgo === 1) return `昨天 ${time}`
  const isThisYear = on.slice(0, 4) === dayOf(nowAt).slice(0, 4)
  return `${isThisYear ? shortDay(on) : dayText(on)} ${time}`
}
