import { itemText, quantityText } from '../parts/list-words'
import type { Totals } from './entries.store'

/** The purchase sheet as text, to be sent to whoever buys: all of it, then what goes where. */
export function sheetText({ items, points }: Pick<Totals, 'items' | 'points'>): string {
  const line = (item: Totals['items'][number], quantity: number) =>
    `${itemText(item)} ${quantityText(quantity, item.unit)}`
  const all = items.map((item) => line(item, item.quantity))
  const parts = points.map(({ name, items: own }) => {
    const lines = own.flatMap(({ itemId, quantity }) => {
      const item = items.find((each) => each.itemId === itemId)
      return item ? [line(item, quantity)] : []
    })
    return [`【${name}】`, ...lines].join('\n')
  })
  const whole = ['采购单', ...all].join('\n')
  return points.length > 1 ? [whole, ...parts].join('\n\n') : whole
}
