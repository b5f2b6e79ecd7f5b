/**
 * What an entry comes to. Before the goods are here: what she ordered. Then what she got of them,
 * weighed goods after their weight; half a fen up, each line by itself. She may have paid before it
 * was settled (online, or to the owner): then the difference is given back, or is still to be paid.
 */
import type { ListUnit } from './list'
import { amountOf } from './quantity'

export interface PayableLine {
  readonly itemId: string
  /** Pieces or grams, as ordered. */
  readonly count: number
  /** For a piece or a jin. */
  readonly priceFen: number
  /** Of what arrived; null before. */
  readonly gotCount: number | null
  readonly weighedGrams: number | null
}

/** By which unit an item is sold. */
export type UnitOf = (itemId: string) => ListUnit

/**
 * `none` is to be paid; `awaiting` the sheet; `owed` at the pick-up or to the owner; `toReturn` is
 * what was paid in person for goods that did not come; `refunded` went back whole.
 */
export type PaidState = 'none' | 'awaiting' | 'owed' | 'paid' | 'toReturn' | 'refunded'

export interface Paying {
  readonly state: PaidState
  /** What she has paid and what of it was not given back. */
  readonly paidFen: number
}

export interface Settlement extends Paying {
  /** What goes back to her of what she had paid before. */
  readonly backFen: number
  /** It is paid, so it is booked as a purchase. */
  readonly isBooked: boolean
}

export function unitsOf(
  items: readonly { readonly itemId: string; readonly unit: ListUnit }[],
): UnitOf {
  const units = new Map(items.map(({ itemId, unit }) => [itemId, unit]))
  return (itemId) => units.get(itemId) ?? 'piece'
}

/** What one line costs, as far as it is known by now. */
export function lineAmountFen(line: PayableLine, unitOf: UnitOf): number {
  const { itemId, priceFen, gotCount, weighedGrams } = line
  const count = gotCount === 0 ? 0 : (weighedGrams ?? gotCount ?? line.count)
  return amountOf({ unit: unitOf(itemId) }, { count, priceFen })
}

export function payableFenOf(lines: readonly PayableLine[], unitOf: UnitOf): number {
  return lines.reduce((sum, line) => sum + lineAmountFen(line, unitOf), 0)
}

/** All that it orders has arrived, or is known not to. */
export function isShared(lines: readonly PayableLine[]): boolean {
  return lines.every(({ gotCount }) => gotCount !== null)
}

/** It got something that is sold by weight, and has not been on the scales. */
export function isUnweighed({ itemId, gotCount, weighedGrams }: PayableLine, unitOf: UnitOf) {
  return unitOf(itemId) === 'jin' && weighedGrams === null && gotCount !== null && gotCount > 0
}

/** Its amount is final: shared out, and weighed where it must be. */
export function isSettled(lines: readonly PayableLine[], unitOf: UnitOf): boolean {
  return isShared(lines) && !lines.some((line) => isUnweighed(line, unitOf))
}

/**
 * What becomes of its payment once its amount is final. Who paid before is booked with what she
 * kept, and gets the rest back; who paid too little owes again; who has not paid owes as before.
 */
export function settle({ state, paidFen }: Paying, payableFen: number): Settlement {
  if (payableFen === 0) {
    const back = { paidFen: 0, backFen: paidFen, isBooked: false }
    return { state: paidFen > 0 ? 'refunded' : 'none', ...back }
  }
  if (paidFen === 0) return { state, paidFen, backFen: 0, isBooked: false }
  if (paidFen < payableFen) return { state: 'owed', paidFen, backFen: 0, isBooked: false }
  const backFen = paidFen - payableFen
  return { state: 'paid', paidFen: payableFen, backFen, isBooked: true }
}

/** What is still to be taken from her. */
export function dueFenOf({ state, paidFen }: Paying, payableFen: number): number {
  return state === 'owed' ? Math.max(payableFen - paidFen, 0) : 0
}
