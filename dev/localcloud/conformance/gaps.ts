/** What the platform does and the local cloud does not: it refuses, and names what it misses. */
export interface Gap {
  readonly area: string
  readonly sentence: string
  readonly refusal: RegExp
}

export const gaps: readonly Gap[] = []
