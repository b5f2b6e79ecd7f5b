/**
 * 到货分配: what arrived of one item is shared out by the method that the list was published with:
 * by number, or the higher level first and then by number. Each line gets all it ordered while
 * there is enough; who comes when less is left gets that, or none where she said 不要, and what she
 * leaves goes to the next. Whatever a line does not get is released.
 */
import { allTiers } from '../tiers/tier'
import type { EntryTier, OrderedLine, ShortageMethod } from './list'

export interface SharingEntry {
  readonly entryId: string
  readonly entryNo: number
  /** Her level when she joined. */
  readonly tier: EntryTier
  readonly lines: readonly OrderedLine[]
}

export interface Arrival {
  readonly itemId: string
  /** Pieces or grams. */
  readonly arrivedCount: number
}

/** What one line got, and what of it was released: together what was ordered. */
export interface LineShare {
  readonly entryId: string
  readonly entryNo: number
  readonly itemId: string
  readonly gotCount: number
  readonly releasedCount: number
}

/** The shares of one item, in the order of the numbers. */
export function shareOut(
  entries: readonly SharingEntry[],
  { itemId, arrivedCount }: Arrival,
  method: ShortageMethod,
): readonly LineShare[] {
  let leftCount = arrivedCount
  const shares: LineShare[] = []
  for (const { entryId, entryNo, lines } of inTurn(entries, method)) {
    const line = lines.find((each) => each.itemId === itemId)
    if (!line) continue
    const gotCount = gotOf(line, leftCount)
    leftCount -= gotCount
    shares.push({ entryId, entryNo, itemId, gotCount, releasedCount: line.count - gotCount })
  }
  return shares.sort((one, other) => one.entryNo - other.entryNo)
}

function gotOf({ count, ifShort }: OrderedLine, leftCount: number): number {
  if (leftCount >= count) return count
  return ifShort === 'less' ? leftCount : 0
}

/** Who is served before whom. */
function inTurn(entries: readonly SharingEntry[], method: ShortageMethod): readonly SharingEntry[] {
  return [...entries].sort((one, other) => {
    const byTier = method === 'byTier' ? rankOf(other.tier) - rankOf(one.tier) : 0
    return byTier || one.entryNo - other.entryNo
  })
}

/** Whoever is no member comes after all who are. */
function rankOf(tier: EntryTier): number {
  return tier === null ? -1 : allTiers.indexOf(tier)
}

/** How much of an item is ordered. */
export function orderedCountOf(
  entries: readonly Pick<SharingEntry, 'lines'>[],
  itemId: string,
): number {
  const lines = entries.flatMap((entry) => entry.lines)
  return lines.reduce((sum, line) => sum + (line.itemId === itemId ? line.count : 0), 0)
}
