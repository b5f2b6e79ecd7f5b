/** Whether enough was ordered: 份 over all items, of which a jin of weighed goods is one. */
import type { ListItem, ListThreshold } from './list'
import { portionsOf } from './quantity'

const THOUSANDTHS = 1000

/** In thousandths, so that sums are exact. */
export function portionsIn(
  items: readonly ListItem[],
  ordered: Readonly<Record<string, number>>,
): number {
  return items.reduce((sum, { itemId, unit }) => sum + portionsOf(ordered[itemId] ?? 0, unit), 0)
}

/** As people read it: whole ones, and halves of a jin. */
export function reachedCount(
  items: readonly ListItem[],
  ordered: Readonly<Record<string, number>>,
): number {
  return portionsIn(items, ordered) / THOUSANDTHS
}

export function isReached(threshold: ListThreshold | null, portions: number): boolean {
  return threshold === null || portions >= threshold.count * THOUSANDTHS
}
