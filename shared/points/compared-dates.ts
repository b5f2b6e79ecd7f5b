/** The dates with which a member compares her balance at one tap. */
import { addDays, addMonths } from '../business-date'

export type Since = 'week' | 'month'

/** A week ago, or the same day of the last month; a day that it lacks becomes its last one. */
export function sinceOn(since: Since, todayOn: string): string {
  return since === 'week' ? addDays(todayOn, -7) : addMonths(todayOn, -1)
}
