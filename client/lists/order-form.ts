import { holdsPlace, isOver } from '@shared/lists/entry-state'
import type { ShortChoice, SoldOutChoice } from '@shared/lists/list'
import { amountOf, countOf } from '@shared/lists/quantity'
import type { InputAt } from '../api'
import type { ListShown, MyEntry, ShownItem } from './list.store'

/** What she has chosen so far; nothing is sent before she confirms it. */
export interface OrderForm {
  readonly quantities: Readonly<Record<string, number>>
  readonly ifShort: Readonly<Record<string, ShortChoice>>
  readonly ifSoldOut: SoldOutChoice
  readonly pickupPointId: string
  readonly remark: string
}

type Lines = InputAt<'lists.join'>['lines']

/** More than anybody orders for herself: a slip of the finger. */
const MOST_OF_ANY = 999

export function emptyOrder({ items, pickupPoints }: ListShown): OrderForm {
  const [only] = items
  const [first] = pickupPoints
  // Of a list of one thing everybody wants that thing.
  const quantities = items.length === 1 && only ? { [only.itemId]: 1 } : {}
  const pickupPointId = pickupPoints.length === 1 ? (first?.pickupPointId ?? '') : ''
  return { quantities, ifShort: {}, ifSoldOut: 'none', pickupPointId, remark: '' }
}

/** Her entry while it stands: of one that is over nothing is left to change, she joins anew. */
export function standing({ mine }: Pick<ListShown, 'mine'>): MyEntry | null {
  return mine !== null && !isOver(mine.state) ? mine : null
}

/** Her entry as it stands, to be changed. */
export function orderOf({ lines, pickupPointId, remark }: MyEntry): OrderForm {
  return {
    quantities: Object.fromEntries(lines.map(({ itemId, quantity }) => [itemId, quantity])),
    ifShort: Object.fromEntries(lines.map(({ itemId, ifShort }) => [itemId, ifShort])),
    ifSoldOut: 'none',
    pickupPointId,
    remark: remark ?? '',
  }
}

export function stepOf({ unit }: Pick<ShownItem, 'unit'>): number {
  return unit === 'piece' ? 1 : 0.5
}

/** As many as one entry may have. */
export function mostOf({ limitPerMember }: Pick<ShownItem, 'limitPerMember'>): number {
  return limitPerMember ?? MOST_OF_ANY
}

/** What there is for her, with what her own entry holds already; null: as much as she likes. */
export function leftFor({ itemId, leftCount }: ShownItem, mine: MyEntry | null): number | null {
  return leftCount === null ? null : leftCount + heldOf(itemId, mine)
}

/** A place that is kept for her holds what it ordered like one that is hers. */
function heldOf(itemId: string, mine: MyEntry | null): number {
  if (mine === null || !holdsPlace(mine.state)) return 0
  return mine.lines.find((line) => line.itemId === itemId)?.quantity ?? 0
}

/**
 * More than there is, or others wait already for what she wants more of: it goes into the queue.
 * Whoever is in the queue herself may be the one for whom the others wait.
 */
export function mustQueue(item: ShownItem, quantity: number, mine: MyEntry | null): boolean {
  const left = leftFor(item, mine)
  if (left === null || quantity <= heldOf(item.itemId, mine)) return false
  return quantity > left || (item.waitingCount > 0 && mine?.state !== 'waiting')
}

/** What an item costs her: members their own price. */
export function priceFor({ priceFen, memberPriceFen }: ShownItem): number {
  return memberPriceFen ?? priceFen
}

export function totalFen(items: readonly ShownItem[], { quantities }: OrderForm): number {
  return items.reduce((sum, item) => {
    const count = countOf(quantities[item.itemId] ?? 0, item.unit)
    return count === null ? sum : sum + amountOf(item, { count, priceFen: priceFor(item) })
  }, 0)
}

/** What is still to be said before it can be sent; null: nothing. */
export function missingIn(form: OrderForm, list: ListShown): string | null {
  const chosen = list.items.filter(({ itemId }) => (form.quantities[itemId] ?? 0) > 0)
  if (chosen.length === 0) return '先选几份'
  if (form.pickupPointId === '') return '选一个自提点'
  const mine = standing(list)
  const queues = chosen.some((item) => mustQueue(item, form.quantities[item.itemId] ?? 0, mine))
  // Whoever waits goes on waiting, with her number and as she chose when she joined.
  if (!queues || mine?.state === 'waiting') return null
  if (mine) return '余量不够，请减少一些'
  return form.ifSoldOut === 'none' ? '选一种排队方式' : null
}

/** The lines as the server takes them. */
export function linesOf({ quantities, ifShort }: OrderForm): Lines {
  return Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([itemId, quantity]) => ({ itemId, quantity, ifShort: ifShort[itemId] ?? 'less' }))
}

/** The same of an entry that there is, whose remark goes where nothing is written any more. */
export function changeOf(form: OrderForm): Omit<InputAt<'lists.change'>, 'entryId'> {
  return { remark: null, ...wishOf(form) }
}

/** What is asked with the lines by whoever joins. */
export function wishOf(
  form: OrderForm,
): Pick<InputAt<'lists.join'>, 'lines' | 'pickupPointId' | 'remark'> {
  const remark = form.remark.trim()
  return {
    lines: linesOf(form),
    pickupPointId: form.pickupPointId,
    ...(remark === '' ? {} : { remark }),
  }
}
