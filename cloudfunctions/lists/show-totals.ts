import type { Output } from '../../shared/contract/contract'
import type { lists } from '../../shared/contract/lists'
import { lineAmountFen, unitsOf } from '../../shared/lists/payable'
import { quantityOf } from '../../shared/lists/quantity'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { type OrderedSum, orderedCountsOf, standsOf, sumsOf } from './entry-sums'
import type { List } from './list-document'
import { listAtDesk } from './repository'

type Totals = Output<'lists', 'totals'>

/**
 * What the list buys, of which item and for which point: the sum of the entries that have joined,
 * as they were ordered, later as they arrived and were weighed. Refuses LIST_GONE, LIST_FOREIGN.
 */
export const showTotals: UseCase<typeof lists.totals> = async ({ listId }, context) => {
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const [sums, counts, ordered] = await Promise.all([
    sumsOf(listId),
    standsOf(listId),
    orderedCountsOf(listId, sharing),
  ])
  const waitingCount = (counts.get('waiting') ?? 0) + (counts.get('held') ?? 0)
  return accept({
    ...totalsOf(list.value, sums),
    arrivals: arrivalsOf(list.value, ordered),
    entryCount: counts.get('joined') ?? 0,
    waitingCount,
  })
}

/** Who got nothing was released, and had ordered it all the same. */
const sharing = ['joined', 'released'] as const

/** What nobody ordered is not there. */
function arrivalsOf(
  { items, arrived }: List,
  ordered: Readonly<Record<string, number>>,
): Totals['arrivals'] {
  return items.flatMap(({ itemId, name, spec, unit }) => {
    const [count = 0, came] = [ordered[itemId], arrived[itemId]]
    const arrivedQuantity = came === undefined ? null : quantityOf(came, unit)
    const orderedQuantity = quantityOf(count, unit)
    return count === 0 ? [] : [{ itemId, name, spec, unit, orderedQuantity, arrivedQuantity }]
  })
}

/** By item in the order of the list, by point likewise; what nobody ordered is not there. */
export function totalsOf(
  list: Pick<List, 'items' | 'pickupPoints'>,
  sums: readonly OrderedSum[],
): Pick<Totals, 'items' | 'points' | 'amountFen'> {
  const items = list.items.flatMap((item) => {
    const { itemId, name, spec, unit } = item
    const total = totalOf(list, sums, itemId)
    return total.quantity === 0 ? [] : [{ itemId, name, spec, unit, ...total }]
  })
  const points = list.pickupPoints.map(({ pickupPointId, name }) => {
    const here = sums.filter((sum) => sum.pickupPointId === pickupPointId)
    const itemsHere = list.items.flatMap(({ itemId }) => {
      const total = totalOf(list, here, itemId)
      return total.quantity === 0 ? [] : [{ itemId, ...total }]
    })
    return { pickupPointId, name, items: itemsHere }
  })
  const amountFen = items.reduce((sum, item) => sum + item.amountFen, 0)
  return { items, points, amountFen }
}

/** Each line is rounded by itself, and as many are alike are added. */
function totalOf(
  { items }: Pick<List, 'items'>,
  sums: readonly OrderedSum[],
  itemId: string,
): { quantity: number; amountFen: number } {
  const unitOf = unitsOf(items)
  const own = sums.filter((sum) => sum.itemId === itemId)
  const count = own.reduce((sum, line) => sum + (line.gotCount ?? line.count) * line.lineCount, 0)
  const amountFen = own.reduce((sum, line) => sum + lineAmountFen(line, unitOf) * line.lineCount, 0)
  return { quantity: quantityOf(count, unitOf(itemId)), amountFen }
}
