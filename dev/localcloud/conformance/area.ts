import type { Kit } from './kit'

/** One promise's check: it rejects when the cloud does something else. */
export type Check = (kit: Kit) => Promise<void>

/** What an area's cases need beyond the database. */
export type Need = 'functions' | 'operator' | 'gateway'

export interface Area {
  readonly name: string
  /** What the area promises, in one sentence, for the list in the README. */
  readonly promise: string
  /** Where one is missing the area is not run, and never counts as passed. */
  readonly needs?: readonly Need[]
  /** Runs after all others: it moves the clock, which they share. */
  readonly alone?: boolean
  /** Each case's sentence continues the area's name. */
  readonly cases: Readonly<Record<string, Check>>
}

export interface Outcome {
  readonly area: string
  readonly sentence: string
  /** Absent when the case passed. */
  readonly failure?: string
}
