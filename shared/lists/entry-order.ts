/** What somebody orders of a list, before anything is taken for her. */
import { accept, type Outcome, refuse } from '../refusal'
import type { ListItem, ListPlan, OrderedLine, PickupPoint, ShortChoice } from './list'
import { countOf, quantityOf } from './quantity'

/** As it comes from the phone: pieces, or jin. */
export interface WishedLine {
  readonly itemId: string
  readonly quantity: number
  readonly ifShort: ShortChoice
}

/** So many pieces or grams of each item. */
export type Counts = Readonly<Record<string, number>>

/**
 * The lines in pieces and grams. Refuses, with the item, LIST_ITEM_UNKNOWN, LIST_LINE_TWICE,
 * LIST_QUANTITY for a third of a jin or half a piece, LIST_LIMIT with what one entry may have.
 */
export function orderedOf(
  items: readonly ListItem[],
  lines: readonly WishedLine[],
): Outcome<readonly OrderedLine[]> {
  const ordered = new Map<string, OrderedLine>()
  for (const { itemId, quantity, ifShort } of lines) {
    const item = items.find((one) => one.itemId === itemId)
    if (!item) return refuse('LIST_ITEM_UNKNOWN', { itemId })
    if (ordered.has(itemId)) return refuse('LIST_LINE_TWICE', { itemId })
    const { unit, limitCount } = item
    const count = countOf(quantity, unit)
    if (count === null) return refuse('LIST_QUANTITY', { itemId })
    if (limitCount !== null && count > limitCount) {
      return refuse('LIST_LIMIT', { itemId, limitPerMember: quantityOf(limitCount, unit) })
    }
    ordered.set(itemId, { itemId, count, ifShort })
  }
  return accept([...ordered.values()])
}

/** Where it is fetched; nobody chooses where there is one point alone. Refuses LIST_POINT. */
export function pointOf(
  { pickupPoints }: Pick<ListPlan, 'pickupPoints'>,
  pickupPointId: string | undefined,
): Outcome<PickupPoint> {
  const [only] = pickupPoints
  if (pickupPointId === undefined && pickupPoints.length === 1 && only) return accept(only)
  const named = pickupPoints.find((point) => point.pickupPointId === pickupPointId)
  return named ? accept(named) : refuse('LIST_POINT')
}

/** What one pays for a piece or a jin: members less, where the list says so. */
export function priceFor(item: ListItem, isMember: boolean): number {
  return (isMember ? item.memberPriceFen : null) ?? item.priceFen
}

export function countsOf(lines: readonly Pick<OrderedLine, 'itemId' | 'count'>[]): Counts {
  return Object.fromEntries(lines.map(({ itemId, count }) => [itemId, count]))
}

/** What is wanted more (+) or less (−) of each item than before; what stays is not named. */
export function moreOf(before: Counts, after: Counts): Counts {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = ids.map((id) => [id, (after[id] ?? 0) - (before[id] ?? 0)] as const)
  return Object.fromEntries(changed.filter(([, more]) => more !== 0))
}
