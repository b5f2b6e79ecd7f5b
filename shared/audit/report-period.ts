/** The periods that a report is asked for by name. */
import { addDays, addMonths, yearUntil } from '../business-date'

export const periodNames = ['month', 'lastMonth', 'year'] as const
export type PeriodName = (typeof periodNames)[number]

export interface Period {
  readonly fromOn: string
  readonly untilOn: string
}

/** This month so far, the whole month before it, or the twelve months that end today. */
export function periodOf(name: PeriodName, todayOn: string): Period {
  if (name === 'year') return { fromOn: yearUntil(todayOn), untilOn: todayOn }
  const firstOn = `${todayOn.slice(0, 7)}-01`
  if (name === 'month') return { fromOn: firstOn, untilOn: todayOn }
  return { fromOn: addMonths(firstOn, -1), untilOn: addDays(firstOn, -1) }
}
