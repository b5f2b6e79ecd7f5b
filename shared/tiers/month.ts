/** Calendar months, written `YYYY-MM`: what counts for a tier is counted by them. */
import { endOfMonth } from '../business-date'

const MONTHS_OF_YEAR = 12

/** The month of a business date. */
export function monthOf(on: string): string {
  return on.slice(0, 7)
}

/** So many months later; earlier when negative. */
export function monthAfter(month: string, count: number): string {
  return monthAt(numberOf(month) + count)
}

/** How many months lie between two; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

/** Its last day, a business date. */
export function lastDayOf(month: string): string {
  return endOfMonth(`${month}-01`)
}

/** The first month of the cycle of twelve that contains this one; `firstOfYear` 1 is January. */
export function cycleStart(month: string, firstOfYear: number): string {
  const offset = (numberOf(month) - (firstOfYear - 1)) % MONTHS_OF_YEAR
  return monthAt(numberOf(month) - offset)
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * MONTHS_OF_YEAR + Number(month.slice(5, 7)) - 1
}

function monthAt(number: number): string {
  const year = String(Math.floor(number / MONTHS_OF_YEAR)).padStart(4, '0')
  return `${year}-${String((number % MONTHS_OF_YEAR) + 1).padStart(2, '0')}`
}
