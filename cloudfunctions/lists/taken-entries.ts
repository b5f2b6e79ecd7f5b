/** What a pasted text is compared with: entries that stand, as they were last taken or ordered. */
import { isOver } from '../../shared/lists/entry-state'
import { quantityOf } from '../../shared/lists/quantity'
import type { Taken } from '../../shared/lists/text/seen'
import type { Entry, List } from './list-document'

export interface TakenEntry extends Taken {
  readonly entry: Entry
}

/** An entry that came another way is known as it stands: a copied text holds it as well. */
export function takenOf({ items }: Pick<List, 'items'>, entries: readonly Entry[]): TakenEntry[] {
  const units = new Map(items.map(({ itemId, unit }) => [itemId, unit]))
  return entries
    .filter(({ state }) => !isOver(state))
    .map((entry) => {
      const now = entry.lines.map(({ itemId, count }) => {
        return { itemId, quantity: quantityOf(count, units.get(itemId) ?? 'piece') }
      })
      const { number, lines } = entry.fromText ?? { number: entry.entryNo, lines: now }
      return { entry, number, name: entry.name, lines }
    })
}
