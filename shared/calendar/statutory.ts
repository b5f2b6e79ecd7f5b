/**
 * Days off and days to work by the State Council's notice, which comes out in the autumn before.
 * One file a year, copied from the notice; a year without one is not published yet, or was before
 * this shop: nothing is guessed.
 */
import year2025 from './statutory/2025.json'
import year2026 from './statutory/2026.json'

export interface StatutoryBreak {
  readonly name: string
  readonly fromOn: string
  readonly untilOn: string
  /** Saturdays and Sundays that are worked instead. */
  readonly workOn: readonly string[]
}

export interface StatutoryYear {
  readonly year: number
  /** The number of the notice. */
  readonly notice: string
  readonly publishedOn: string
  readonly breaks: readonly StatutoryBreak[]
}

export type StatutoryDay =
  | { readonly state: 'off' | 'work'; readonly name: string }
  | { readonly state: 'usual' }
  | { readonly state: 'unpublished'; readonly sentence: string }

export const statutoryYears: readonly StatutoryYear[] = [year2025, year2026]

/** What the notice says of a date, or that there is none for its year. */
export function statutoryDayOf(on: string): StatutoryDay {
  const year = Number(on.slice(0, 4))
  const found = statutoryYears.find((one) => one.year === year)
  if (!found) return { state: 'unpublished', sentence: unpublishedSentence(year) }
  for (const { name, fromOn, untilOn, workOn } of found.breaks) {
    if (on >= fromOn && on <= untilOn) return { state: 'off', name }
    if (workOn.includes(on)) return { state: 'work', name }
  }
  return { state: 'usual' }
}

/** The notice of a year, or the sentence for a year without one. */
export function statutoryYearOf(year: number):
  | { readonly isPublished: true; readonly found: StatutoryYear }
  | {
      readonly isPublished: false
      readonly sentence: string
    } {
  const found = statutoryYears.find((one) => one.year === year)
  return found
    ? { isPublished: true, found }
    : { isPublished: false, sentence: unpublishedSentence(year) }
}

function unpublishedSentence(year: number): string {
  return `${year}年的放假安排还没有公布`
}
