/**
 * 坏果包赔: what she fetched and found bad, told with a picture within 24 hours. Once a line: who
 * tells of one bad fruit looks at the others first. The owner gives back up to the shop's limit;
 * above it a manager decides.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { multiplyRounded } from './amount'
import { type CollectableLine, collectedCountOf } from './collect'
import { lineAmountFen, type UnitOf } from './payable'

export const DAMAGE_WINDOW_MS = 24 * 3_600_000

export interface DamagedLine extends CollectableLine {
  readonly refundedFen: number
}

/**
 * Its share of what the line came to, never more than is left of it. Only what was fetched within
 * the day counts. Refuses ENTRY_NOT_COLLECTED before it was fetched, ENTRY_DAMAGE_LATE a day after
 * it was, ENTRY_LEFT for more than was fetched since.
 */
export function damageFenOf(
  line: DamagedLine,
  { count, now }: { readonly count: number; readonly now: number },
  unitOf: UnitOf,
): Outcome<number> {
  const { itemId, gotCount, refundedFen } = line
  if (line.collected.length === 0) return refuse('ENTRY_NOT_COLLECTED', { itemId })
  const collected = line.collected.filter(({ at }) => now - at < DAMAGE_WINDOW_MS)
  if (collected.length === 0) return refuse('ENTRY_DAMAGE_LATE', { itemId })
  const leftCount = collectedCountOf({ collected })
  if (count > leftCount) return refuse('ENTRY_LEFT', { itemId, leftCount })
  const lineFen = lineAmountFen(line, unitOf)
  const askedFen = multiplyRounded(lineFen, count, gotCount ?? count)
  return accept(Math.min(askedFen, lineFen - refundedFen))
}
