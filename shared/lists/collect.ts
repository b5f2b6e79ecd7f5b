/**
 * 自提: what an entry got waits at its point until it is fetched, in parts if she likes. What was
 * fetched is fetched: asked for again it is refused with when and by whom.
 */
import { addDays } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import { isUnweighed, type PayableLine, type UnitOf } from './payable'

export interface CollectedPart {
  readonly count: number
  readonly at: number
  readonly staffId: string
  readonly staffName: string
  /** Somebody fetched it for her. */
  readonly isProxy: boolean
}

export interface CollectableLine extends PayableLine {
  readonly collected: readonly CollectedPart[]
}

export function collectedCountOf({ collected }: Pick<CollectableLine, 'collected'>): number {
  return collected.reduce((sum, { count }) => sum + count, 0)
}

/** Of what it got, what is still here. */
export function leftCountOf(line: CollectableLine): number {
  return (line.gotCount ?? 0) - collectedCountOf(line)
}

export function isAllCollected(lines: readonly CollectableLine[]): boolean {
  return lines.every((line) => leftCountOf(line) === 0)
}

/**
 * The line with so much of it fetched. Refuses LIST_NOT_ARRIVED before it is shared out,
 * LIST_UNWEIGHED, ENTRY_COLLECTED with when and by whom when nothing is left, ENTRY_LEFT for more
 * than there is.
 */
export function collect<L extends CollectableLine>(
  line: L,
  part: CollectedPart,
  unitOf: UnitOf,
): Outcome<L> {
  const { itemId, gotCount } = line
  if (gotCount === null) return refuse('LIST_NOT_ARRIVED', { itemId })
  if (isUnweighed(line, unitOf)) return refuse('LIST_UNWEIGHED', { itemId })
  const leftCount = leftCountOf(line)
  const last = line.collected.at(-1)
  if (leftCount === 0 && last) {
    const { at, staffName } = last
    return refuse('ENTRY_COLLECTED', { itemId, collectedAt: at, staffName })
  }
  if (part.count > leftCount) return refuse('ENTRY_LEFT', { itemId, leftCount })
  return accept({ ...line, collected: [...line.collected, part] })
}

/** The last business date on which what arrived on this one can be fetched. */
export function pickupUntilOnOf(arrivedOn: string, pickupDays: number): string {
  return addDays(arrivedOn, pickupDays)
}
