/**
 * How much somebody orders: pieces, or jin in halves. Inside it is always one whole number, pieces
 * or grams, so that sums are exact.
 */
import { multiplyRounded } from './amount'
import type { ListItem, ListUnit } from './list'

export const GRAMS_OF_JIN = 500
/** The smallest step by which weighed goods are ordered. */
const GRAMS_OF_STEP = 250

/** Whole pieces, or grams; null when it is none: fractions of a piece, a third of a jin, 0. */
export function countOf(quantity: number, unit: ListUnit): number | null {
  const count = unit === 'piece' ? quantity : quantity * GRAMS_OF_JIN
  const isWhole = Number.isSafeInteger(count) && count > 0
  return isWhole && (unit === 'piece' || count % GRAMS_OF_STEP === 0) ? count : null
}

/** As people read it: pieces, or jin. */
export function quantityOf(count: number, unit: ListUnit): number {
  return unit === 'piece' ? count : count / GRAMS_OF_JIN
}

/** What so much of it costs, half a fen up. */
export function amountOf(
  { unit }: Pick<ListItem, 'unit'>,
  { count, priceFen }: { readonly count: number; readonly priceFen: number },
): number {
  return unit === 'piece' ? count * priceFen : multiplyRounded(priceFen, count, GRAMS_OF_JIN)
}

/** 份 for the threshold, in thousandths: a jin of weighed goods is one. */
export function portionsOf(count: number, unit: ListUnit): number {
  return unit === 'piece' ? count * 1000 : (count * 1000) / GRAMS_OF_JIN
}
