/** Random lists and what happens to them, for who tells the same to a notebook. */
import fc from 'fast-check'
import type {
  ListItem,
  ListPayment,
  ListThreshold,
  ShortageMethod,
  ShortChoice,
} from '../../shared/lists/list'

/** One thing that somebody does; numbers choose among what there is. */
export interface Step {
  readonly what: 'join' | 'joinFor' | 'change' | 'cancel' | 'cancelFor' | 'takeUp' | 'wait'
  readonly chosen: number
  readonly ifSoldOut: 'none' | 'fill' | 'hold'
  readonly counts: readonly number[]
  /** Of each line, should less arrive than was ordered. */
  readonly ifShort: readonly ShortChoice[]
  readonly point: 'p1' | 'p2'
}

/** What becomes of an entry once the list is ordered. */
export interface Fate {
  /** Before the goods are here. */
  readonly paysBefore: boolean
  /** Of what it got, as the scales say. */
  readonly weighsPermille: number
  readonly after: 'nothing' | 'markPaid' | 'handOver'
}

export interface Story {
  readonly items: readonly Partial<ListItem>[]
  readonly steps: readonly Step[]
  readonly threshold: ListThreshold | null
  readonly payment: ListPayment
  readonly shortage: ShortageMethod
  /** Whether the clock passes its cut-off in the end. */
  readonly isSettled: boolean
  /** Of what was ordered of each item. */
  readonly arrivesPermille: readonly number[]
  /** Dealt out to the entries in the order of their numbers, again and again. */
  readonly fates: readonly Fate[]
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
  ifShort: fc.array(fc.constantFrom('less', 'less', 'drop'), { minLength: 3, maxLength: 3 }),
  point: fc.constantFrom('p1', 'p2'),
})
const fate: fc.Arbitrary<Fate> = fc.record({
  paysBefore: fc.boolean(),
  weighsPermille: fc.integer({ min: 600, max: 1_400 }),
  after: fc.constantFrom('nothing', 'markPaid', 'handOver'),
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
  payment: fc.constantFrom('atPickup', 'toOwner'),
  shortage: fc.constantFrom('byNumber', 'byTier'),
  isSettled: fc.nat(3).map((drawn) => drawn > 0),
  arrivesPermille: fc.array(fc.constantFrom(1_000, 1_000, 850, 700, 500, 200, 0), {
    ...{ minLength: 3, maxLength: 3 },
  }),
  fates: fc.array(fate, { minLength: 3, maxLength: 8 }),
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
