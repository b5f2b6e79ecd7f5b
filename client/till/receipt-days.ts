import { addDays } from '@shared/business-date'
import { shortDay } from '../format'

export interface ReceiptDay {
  on: string
  label: string
}

/** The days that a forgotten receipt may be of, the newest first: a tap each, nothing to type. */
export function receiptDaysOf(todayOn: string, withinDays: number): ReceiptDay[] {
  return Array.from({ length: withinDays + 1 }, (_, back) => {
    const on = addDays(todayOn, -back)
    return { on, label: nearby[back] ?? shortDay(on) }
  })
}

const nearby = ['今天', '昨天', '前天']
