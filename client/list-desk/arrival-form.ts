import { readQuantity } from '@shared/reading/quantity'
import type { InputAt } from '../api'
import type { Arrived } from './arrival.store'
import type { Totals } from './entries.store'

/** What was typed of each item; an item without a field has not come yet. */
export type ArrivalForm = Readonly<Record<string, string>>

/** All as ordered: what did not come is typed over. */
export function allArrived(items: Totals['items']): ArrivalForm {
  return Object.fromEntries(items.map(({ itemId, quantity }) => [itemId, String(quantity)]))
}

/** The typed count; null when it is none. Weighed goods come in jin. */
export function arrivedOf(
  typed: string | undefined,
  unit: Totals['items'][number]['unit'],
): number | null {
  const read = readQuantity(typed ?? '', unit)
  return read.ok ? read.value : null
}

/** `少 7 份`, `多了`, or null when it is what was ordered. */
export function differenceText(
  { quantity, unit }: Totals['items'][number],
  arrived: number | null,
): string | null {
  if (arrived === null) return '还没登记'
  if (arrived === quantity) return null
  if (arrived > quantity) return '比订的还多，请填不超过订的数'
  return `少 ${quantity - arrived} ${unit === 'piece' ? '份' : '斤'}`
}

/** What is still to be put right; null: nothing. */
export function missingInArrival(items: Totals['items'], form: ArrivalForm): string | null {
  const typed = items.filter(({ itemId }) => (form[itemId] ?? '').trim() !== '')
  if (typed.length === 0) return '填上到了多少'
  const wrong = typed.some((item) => {
    const arrived = arrivedOf(form[item.itemId], item.unit)
    return arrived === null || arrived > item.quantity
  })
  return wrong ? '数量不对，请核对' : null
}

export function arrivalWish(
  items: Totals['items'],
  form: ArrivalForm,
): InputAt<'lists.arrive'>['items'] {
  return items.flatMap(({ itemId, unit }) => {
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
