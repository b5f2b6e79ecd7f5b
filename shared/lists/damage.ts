/**
 * 坏果包赔: what she fetched and found bad, told with a picture within 24 hours. Once a line: who
 * tells of one bad fruit looks at the others first. The owner gives back up to the shop's limit;
 * above it a manager decides.
 */
import { accept, type Outcome, refuse } from '../refusal'
import { type CollectableLine, collectedCountOf } from './collect'
import { lineAmountFen, type UnitOf } from './payable'
import { amountOf } from './quantity'

export const DAMAGE_WINDOW_MS = 24 * 3_600_000

export interface DamagedLine extends CollectableLine {
  readonly refundedFen: number
}

/**
 * What so many pieces or grams of it cost, never more than is left of the line. Refuses
 * ENTRY_NOT_COLLECTED before it was fetched, ENTRY_DAMAGE_LATE a day after it was, ENTRY_LEFT for
 * more than was fetched.
 */
export function damageFenOf(
  line: DamagedLine,
  { count, now }: { readonly count: number; readonly now: number },
  unitOf: UnitOf,
): Outcome<number> {
  const { itemId, priceFen, refundedFen } = line
  const last = line.collected.at(-1)
  if (!last) return refuse('ENTRY_NOT_COLLECTED', { itemId })
  if (now - last.at >= DAMAGE_WINDOW_MS) return refuse('ENTRY_DAMAGE_LATE', { itemId })
  const collectedCount = collectedCountOf(line)
  if (count > collectedCount) return refuse('ENTRY_LEFT', { itemId, leftCount: collectedCount })
  const askedFen = amountOf({ unit: unitOf(itemId) }, { count, priceFen })
  return accept(Math.min(askedFen, lineAmountFen(line, unitOf) - refundedFen))
}
