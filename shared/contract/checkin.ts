import * as v from 'valibot'
import type { DayState } from '../checkin/month'
import { endpoint } from './endpoint'
import { businessDate, calendarMonth, documentId, place, storeCode } from './fields'

export interface CheckInDayView {
  on: string
  state: DayState
  /** What was special about it, or why it cannot be made up. */
  reason?: string
  mayMakeUp?: true
  /** What the shop has on that day, e.g. its member day. */
  event?: string
}

export interface CheckInMonth {
  serverNow: number
  /** The calendar day in UTC+8, whatever hour the shop's own day begins at. */
  todayOn: string
  /** False where the shop offers none. */
  isOffered: boolean
  checkedIn: boolean
  streakDays: number
  /** The month that was asked for, `YYYY-MM`; its days in their order. */
  month: string
  days: CheckInDayView[]
  nextReward: { inDays: number; points: number; streakDays: number } | null
  /** What the next check-in brings, a bonus included. */
  nextPoints: number
  /** The ladder of days in a row, the first day first. */
  ladderPoints: number[]
  bonuses: { days: number; points: number }[]
  makeUpLeft: number
  balancePoints: number
  /** Where the calendar begins. */
  joinedMonth: string
}

export interface CheckInAnswer {
  /** The ladder's points; 0 for a make-up, which only mends the streak. */
  points: number
  bonusPoints: number
  streakDays: number
  balancePoints: number
}

export interface StoreCodeView {
  serverNow: number
  storeId: string
  storeName: string
  /** The calendar day that the code is good for, and the instant at which it ends. */
  on: string
  untilAt: number
  storeCode: string
  /** How many came to this store and checked in with it today. */
  visitCount: number
}

export const checkin = {
  show: endpoint<CheckInMonth>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({ month: v.optional(calendarMonth) }),
  }),
  /** Today's, once; at a store with its code of the day, and with where she is if she likes. */
  checkIn: endpoint<CheckInAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ storeCode: v.optional(storeCode), place: v.optional(place) }),
  }),
  makeUp: endpoint<CheckInAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ on: businessDate }),
  }),
  storeCode: endpoint<StoreCodeView>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ storeId: v.optional(documentId) }),
  }),
}
