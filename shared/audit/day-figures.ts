/**
 * The points of the whole shop on one business date: from where to where they moved, why, and at
 * which store. A balance and a debt are kept apart and never netted; what is pending is neither.
 */

import { sumOf } from '../points/lots'
import type { Movement } from '../points/points-account'
import type { Part } from './clearing'

/** Whole points by `from>to|reason|store`; the member's side is just `member`. */
export type Flows = Readonly<Record<string, number>>

export interface DayFigures {
  readonly flows: Flows
  readonly debtMadePoints: number
  readonly debtRepaidPoints: number
  /** Whose points were spent where: whole points by `store>store`; absent where none were. */
  readonly clearing?: Flows
  /** Points of the mall's rewards by the store that handed them over; absent where none was. */
  readonly handedOver?: Flows
}

/** Points that one store issued and that were spent at another, or the same; null is no store. */
export interface Cleared {
  readonly issuedBy: string | null
  readonly spentAt: string | null
  readonly points: number
}

/** One flow read back. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly storeId: string | null
  readonly points: number
}

/** What all members together hold, owe and are promised. */
export interface Standing {
  readonly balancePoints: number
  readonly debtPoints: number
  readonly pendingPoints: number
}

export interface CountedEntry extends Pick<Movement, 'debtChangePoints'> {
  readonly posting: { readonly from: string; readonly to: string; readonly points: number }
  readonly reason: string
  readonly storeId: string | null
}

export const quietDay: DayFigures = { flows: {}, debtMadePoints: 0, debtRepaidPoints: 0 }
export const nothingStands: Standing = { balancePoints: 0, debtPoints: 0, pendingPoints: 0 }

/** Counts one more entry of the day; what moves nothing is not counted. */
export function countEntry(day: DayFigures, entry: CountedEntry): DayFigures {
  const { posting, reason, storeId, debtChangePoints } = entry
  const sides = [posting.from, posting.to].map((side) => side.replace(/^member:.*/, 'member'))
  const key = `${sides.join('>')}|${reason}|${storeId ?? ''}`
  const points = (day.flows[key] ?? 0) + posting.points
  return {
    ...day,
    flows: posting.points === 0 ? day.flows : { ...day.flows, [key]: points },
    debtMadePoints: day.debtMadePoints + Math.max(debtChangePoints, 0),
    debtRepaidPoints: day.debtRepaidPoints + Math.max(0 - debtChangePoints, 0),
  }
}

/** Counts whose points an entry spent (+) or brought back (−), at one store or at none. */
export function countCleared(
  day: DayFigures,
  parts: readonly Part[],
  spentAt: string | null,
): DayFigures {
  if (parts.length === 0) return day
  const clearing = { ...day.clearing }
  for (const { storeId, points } of parts) {
    const key = `${storeId ?? ''}>${spentAt ?? ''}`
    clearing[key] = (clearing[key] ?? 0) + points
  }
  return { ...day, clearing }
}

/**
 * Counts a reward of the mall that a store handed over: what was spent on it at no store counts as
 * spent there from this day on.
 */
export function countHandedOver(
  day: DayFigures,
  parts: readonly Part[],
  storeId: string,
): DayFigures {
  const spent = countCleared(day, parts, storeId)
  const moved = countCleared(
    spent,
    parts.map((part) => ({ ...part, points: 0 - part.points })),
    null,
  )
  const points = (day.handedOver?.[storeId] ?? 0) + sumOf(parts)
  return { ...moved, handedOver: { ...day.handedOver, [storeId]: points } }
}

export function clearedIn({ clearing = {} }: DayFigures): readonly Cleared[] {
  return Object.entries(clearing).map(([key, points]) => {
    const [issuedBy = '', spentAt = ''] = key.split('>')
    return { issuedBy: issuedBy || null, spentAt: spentAt || null, points }
  })
}

export function flowsOf({ flows }: DayFigures): readonly Flow[] {
  return Object.entries(flows).map(([key, points]) => {
    const [sides = '', reason = '', storeId = ''] = key.split('|')
    const [from = '', to = ''] = sides.split('>')
    return { from, to, reason, storeId: storeId === '' ? null : storeId, points }
  })
}

/**
 * What the program has given out so far, and not taken back: the left side of the shop's equation.
 * What is pending has been given to nobody yet.
 */
export function programAfter(programPoints: number, { posting }: CountedEntry): number {
  const given = posting.from.startsWith('program:') ? posting.points : 0
  const taken = posting.to.startsWith('program:') ? posting.points : 0
  return programPoints + given - taken
}

/** The standing at a day's end, from the standing at its beginning and what moved. */
export function standingAtEnd(opening: Standing, day: DayFigures): Standing {
  const net = netOf(day, 'member')
  const debtChangePoints = day.debtMadePoints - day.debtRepaidPoints
  return {
    balancePoints: opening.balancePoints + net + debtChangePoints,
    debtPoints: opening.debtPoints + debtChangePoints,
    pendingPoints: opening.pendingPoints + netOf(day, 'program:pending'),
  }
}

/** Points that arrived at one side, less those that left it. */
function netOf(day: DayFigures, side: string): number {
  return flowsOf(day).reduce((net, { from, to, points }) => {
    if (from === to) return net
    if (to === side) return net + points
    return from === side ? net - points : net
  }, 0)
}
