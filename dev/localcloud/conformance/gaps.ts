/** What the platform does and the local cloud does not: it refuses, and names what it misses. */
export interface Gap {
  readonly area: string
  readonly sentence: string
  readonly refusal: RegExp
}

export const gaps: readonly Gap[] = [
  {
    area: 'special queries',
    sentence: 'find points within a circle on the sphere',
    refusal: /\$geoWithin/,
  },
  { area: 'special queries', sentence: 'find points within a polygon', refusal: /\$geoWithin/ },
  { area: 'special queries', sentence: 'find what a polygon meets', refusal: /\$geoIntersects/ },
]
