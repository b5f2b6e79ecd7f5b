import { readQuantity } from '@shared/reading/quantity'
import type { InputAt } from '../api'
import type { Arrived } from './arrival.store'
import type { Totals } from './entries.store'

export type ItemArrival = Totals['arrivals'][number]

/** What was typed of each item; an item without a field has not come yet. */
export type ArrivalForm = Readonly<Record<string, string>>

/** What was typed once stays as it is. */
export function isOpen({ arrivedQuantity }: ItemArrival): boolean {
  return arrivedQuantity === null
}

/** All that is still open as ordered: what did not come is typed over. */
export function allArrived(items: readonly ItemArrival[]): ArrivalForm {
  const open = items.filter(isOpen)
  return Object.fromEntries(
    open.map(({ itemId, orderedQuantity }) => [itemId, String(orderedQuantity)]),
  )
}

/** The typed count; null when it is none. Weighed goods come in jin. */
export function arrivedOf(typed: string | undefined, unit: ItemArrival['unit']): number | null {
  const read = readQuantity(typed ?? '', unit)
  return read.ok ? read.value : null
}

/** `少 7 份`, `多了`, or null when it is what was ordered. */
export function differenceText(
  { orderedQuantity, unit }: ItemArrival,
  arrived: number | null,
): string | null {
  if (arrived === null) return '还没登记'
  if (arrived === orderedQuantity) return null
  if (arrived > orderedQuantity) return '比订的还多，请填不超过订的数'
  return `少 ${orderedQuantity - arrived} ${unit === 'piece' ? '份' : '斤'}`
}

/** What is still to be put right; null: nothing. */
export function missingInArrival(items: readonly ItemArrival[], form: ArrivalForm): string | null {
  const open = items.filter(isOpen)
  if (open.length === 0) return '都登记过了'
  const typed = open.filter(({ itemId }) => (form[itemId] ?? '').trim() !== '')
  if (typed.length === 0) return '填上到了多少'
  const wrong = typed.some((item) => {
    const arrived = arrivedOf(form[item.itemId], item.unit)
    return arrived === null || arrived > item.orderedQuantity
  })
  return wrong ? '数量不对，请核对' : null
}

export function arrivalWish(
  items: readonly ItemArrival[],
  form: ArrivalForm,
): InputAt<'lists.arrive'>['items'] {
  return items.filter(isOpen).flatMap(({ itemId, unit }) => {
    const arrivedCount = arrivedOf(form[itemId], unit)
    return arrivedCount === null ? [] : [{ itemId, arrivedCount }]
  })
}

/** Who got less than she ordered, by number. */
export function shortOf({ allocations }: Arrived): Arrived['allocations'] {
  return allocations
    .filter(({ releasedCount }) => releasedCount > 0)
    .sort((one, other) => one.entryNo - other.entryNo)
}
