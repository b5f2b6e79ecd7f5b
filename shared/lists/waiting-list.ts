/**
 * Who is served of what came free. The queue goes by number, and an entry is served when its whole
 * choice is there. Nobody overtakes: what somebody waits for is kept from those after her, while
 * goods of which there are enough go on for everybody.
 */
import type { Counts } from './entry-order'

/** What is left of each item that has an end, and how many wait for it. */
export interface Stock {
  readonly left: Counts
  readonly waiting: Counts
}

export interface Queued {
  readonly entryId: string
  readonly wanted: Counts
  /** The items for which it is counted in `waiting`. */
  readonly waitsFor: readonly string[]
}

/**
 * Of what she wants more, the items that she cannot have at once: too few are left, or somebody
 * waits for them already. Items without an end are never short.
 */
export function shortOf({ left, waiting }: Stock, wanted: Counts): readonly string[] {
  return Object.entries(wanted).flatMap(([itemId, count]) => {
    const free = left[itemId]
    const isShort = free !== undefined && count > 0 && (free < count || (waiting[itemId] ?? 0) > 0)
    return isShort ? [itemId] : []
  })
}

/** What the queue comes to: who is next, and what those before her wait for by now. */
export interface QueueStep {
  readonly served: Queued | null
  /** Those who stay, but wait for other items than they are counted for. */
  readonly recounted: readonly Queued[]
}

/**
 * The first of the queue whose whole choice fits. At the end (`isFinal`) nobody can be served any
 * more whose choice does not fit, so nothing is kept for her.
 */
export function nextOf(
  queue: readonly Queued[],
  left: Counts,
  { isFinal }: { readonly isFinal: boolean },
): QueueStep {
  const kept = new Set<string>()
  const recounted: Queued[] = []
  for (const entry of queue) {
    const short = Object.entries(entry.wanted).flatMap(([itemId, count]) => {
      const free = left[itemId]
      const isShort = free !== undefined && (free < count || kept.has(itemId))
      return isShort ? [itemId] : []
    })
    if (short.length === 0) return { served: entry, recounted }
    if (isFinal) continue
    for (const itemId of short) kept.add(itemId)
    if (!isSame(short, entry.waitsFor)) recounted.push({ ...entry, waitsFor: short })
  }
  return { served: null, recounted }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
