import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type Month = OutputAt<'checkin.show'>
export type Day = Month['days'][number]

export const monthStore = createReading('checkin.show', { keepAs: 'checkin' })
export const makeUpStore = createSubmission('checkin.makeUp')

/** The month that is looked at, or this one. */
export function loadMonth(month?: string): Promise<void> {
  return monthStore.getState().load(month === undefined ? {} : { month })
}
