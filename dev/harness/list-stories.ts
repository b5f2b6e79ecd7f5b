/** Random lists and what happens to them, for who tells the same to a notebook. */
import fc from 'fast-check'
import type { ListItem, ListThreshold } from '../../shared/lists/list'

/** One thing that somebody does; numbers choose among what there is. */
export interface Step {
  readonly what: 'join' | 'joinFor' | 'change' | 'cancel' | 'cancelFor' | 'takeUp' | 'wait'
  readonly chosen: number
  readonly ifSoldOut: 'none' | 'fill' | 'hold'
  readonly counts: readonly number[]
  readonly point: 'p1' | 'p2'
}

export interface Story {
  readonly items: readonly Partial<ListItem>[]
  readonly steps: readonly Step[]
  readonly threshold: ListThreshold | null
  /** Whether the clock passes its cut-off in the end. */
  readonly isSettled: boolean
}

const item = fc.record({
  unit: fc.constantFrom('piece' as const, 'piece' as const, 'jin' as const),
  priceFen: fc.integer({ min: 1, max: 2_999 }),
  memberShare: fc.constantFrom(null, 0.9),
  stock: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 4 }),
  limit: fc.option(fc.integer({ min: 2, max: 4 }), { nil: null, freq: 2 }),
})
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...(['join', 'join', 'join', 'join', 'joinFor', 'change', 'change'] as const),
    ...(['cancel', 'cancel', 'cancelFor', 'takeUp', 'takeUp', 'wait'] as const),
  ),
  chosen: fc.nat(1_000),
  ifSoldOut: fc.constantFrom('none', 'fill', 'hold', 'hold'),
  counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
  point: fc.constantFrom('p1', 'p2'),
})
/** A list, and what happens to it. */
export const story: fc.Arbitrary<Story> = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.map(itemOf)),
  steps: fc.array(step, { minLength: 10, maxLength: 24 }),
  threshold: fc.option(
    fc.record({
      count: fc.integer({ min: 1, max: 8 }),
      below: fc.constantFrom('release' as const, 'deliver' as const),
    }),
    { nil: null },
  ),
  isSettled: fc.boolean(),
})

function itemOf(part: {
  unit: 'piece' | 'jin'
  priceFen: number
  memberShare: number | null
  stock: number | null
  limit: number | null
}): Partial<ListItem> {
  const { unit, priceFen, memberShare, stock, limit } = part
  const by = unit === 'piece' ? 1 : 250
  return {
    ...{ unit, priceFen },
    memberPriceFen: memberShare === null ? null : Math.max(1, Math.floor(priceFen * memberShare)),
    stockCount: stock === null ? null : stock * by,
    limitCount: limit === null ? null : limit * by,
  }
}
