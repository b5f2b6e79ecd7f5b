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

/** Another month, so many away from the one that is looked at; this one as soon as it is. */
export function monthBeside(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
