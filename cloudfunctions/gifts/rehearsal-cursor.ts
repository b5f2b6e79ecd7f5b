/** A rehearsal's cursor: where it goes on, and the totals that its first page found. */
import * as v from 'valibot'
import { addDays } from '../../shared/business-date'
import type { DayTotals } from '../../shared/gifts/rehearsal'
import type { WalkPlace } from './rehearsal-walk'

export interface RehearsalPlace {
  readonly walk: WalkPlace
  readonly days: readonly DayTotals[]
  readonly reachableCount: number
  readonly isAtMost: boolean
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const carried = v.tuple([
  v.tuple([v.string(), whole]),
  v.tuple([whole, whole, v.nullable(v.tuple([whole, v.string(), v.string()]))]),
  v.array(
    v.tuple([v.string(), v.nullable(v.pipe(v.number(), v.safeInteger())), v.string(), whole]),
  ),
  v.array(v.tuple([whole, whole, whole])),
  v.tuple([whole, whole]),
])

type Asked = { readonly fromOn: string; readonly days: number }

export function cursorOf(place: RehearsalPlace, { fromOn, days }: Asked): string {
  const { walk, reachableCount, isAtMost } = place
  const { due, left } = walk
  const parts: v.InferInput<typeof carried> = [
    [fromOn, days],
    [walk.day, walk.rule, due && [due.stretch, due.value, due.id]],
    Object.entries(left).map(([id, { totalLeft, on, dayUsed }]) => [id, totalLeft, on, dayUsed]),
    place.days.map(({ grantCount, costPoints, costFen }) => [grantCount, costPoints, costFen]),
    [reachableCount, isAtMost ? 1 : 0],
  ]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Null for what is none, or belongs to another question. */
export function placeOfCursor(cursor: string, { fromOn, days }: Asked): RehearsalPlace | null {
  const parsed = v.safeParse(carried, parsedText(cursor))
  if (!parsed.success) return null
  const [asked, [day, rule, due], left, totals, [reachableCount, isAtMost]] = parsed.output
  if (asked[0] !== fromOn || asked[1] !== days || totals.length !== days) return null
  return {
    walk: {
      ...{ day, rule, due: due && { stretch: due[0], value: due[1], id: due[2] } },
      left: Object.fromEntries(
        left.map(([id, totalLeft, on, dayUsed]) => [id, { totalLeft, on, dayUsed }] as const),
      ),
    },
    days: totals.map(([grantCount, costPoints, costFen], at) => ({
      ...{ on: addDays(fromOn, at), grantCount, costPoints, costFen },
    })),
    ...{ reachableCount, isAtMost: isAtMost === 1 },
  }
}

function parsedText(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
