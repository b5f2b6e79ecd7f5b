/** What somebody asks for of a list, as far as the list alone says whether it can be. */
import type { Input } from '../../shared/contract/contract'
import { MAX_BILL_FEN } from '../../shared/limits'
import { orderedOf, pointOf, priceFor, type WishedLine } from '../../shared/lists/entry-order'
import type { EntryTier, OrderedLine, SoldOutChoice } from '../../shared/lists/list'
import { payableFenOf, unitsOf } from '../../shared/lists/payable'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tierOf } from '../../shared/rules/member-tier'
import { readAccount } from '../points/repository'
import type { Context } from '../runtime/context'
import { admitNewText } from '../runtime/new-texts'
import type { Meaning } from '../runtime/once'
import type { Entry, EntryDocument, EntryDocumentLine, List } from './list-document'

/** All that `change` and `changeFor` say of an order; what is not said stays as it is. */
export type ChangedOrder = Omit<Input<'lists', 'change'>, 'entryId' | 'lines'> & {
  readonly lines: readonly Input<'lists', 'change'>['lines'][number][]
}
/** The same of a whole order, as `join` and `joinFor` say it. */
export type WishedOrder = Omit<ChangedOrder, 'lines'> & { readonly lines: readonly WishedLine[] }

/** What of an entry its order is. */
export type Order = Pick<EntryDocument, 'lines' | 'pickupPointId' | 'storeId' | 'remark'>

/**
 * Refuses what `orderedOf` and `pointOf` refuse, ENTRY_TOO_DEAR above the till's own bound of a
 * bill, and the remark as TEXT_RISKY or TEXT_HELD: whoever
 * looks after the list reads it.
 */
export async function orderFrom(
  list: List,
  wish: WishedOrder,
  isMember: boolean,
): Promise<Outcome<Order>> {
  const lines = orderedOf(list.items, wish.lines)
  if (!lines.ok) return lines
  const ordered = lines.value.map((line) => newLine(list, line, isMember))
  if (payableFenOf(ordered, unitsOf(list.items)) > MAX_BILL_FEN) return refuse('ENTRY_TOO_DEAR')
  const point = pointOf(list, wish.pickupPointId)
  if (!point.ok) return point
  const remark = wish.remark ?? null
  const written = await admitWriting('remark', remark ?? '')
  if (!written.ok) return written
  const { pickupPointId, storeId } = point.value
  return accept({
    ...{ lines: ordered, pickupPointId, remark },
    storeId: storeId ?? list.storeId,
  })
}

/** Short texts are not held for a manager: what is not surely fine is to be written otherwise. */
export async function admitWriting(field: string, text: string): Promise<Outcome<null>> {
  const admitted = await admitNewText(field, text)
  if (!admitted.ok) return admitted
  return admitted.value === 'fine' ? accept(null) : refuse('TEXT_HELD', { field })
}

function newLine(list: List, line: OrderedLine, isMember: boolean): EntryDocumentLine {
  const item = list.items.find(({ itemId }) => itemId === line.itemId)
  const priceFen = item ? priceFor(item, isMember) : 0
  return { ...line, priceFen, gotCount: null, weighedGrams: null, collected: [], refundedFen: 0 }
}

/** Her level, where a shortage goes by levels; nobody else pays a call for it. */
export async function tierFor(
  { shortage }: Pick<List, 'shortage'>,
  context: Context,
  memberId: string,
): Promise<EntryTier> {
  if (shortage !== 'byTier') return 'plain'
  return tierOf(await readAccount(memberId), context) ?? 'plain'
}

/** What such a request means, for the same one again. */
export function meaningOf(
  what: Readonly<Record<string, string>>,
  { lines, pickupPointId, remark }: ChangedOrder,
  ifSoldOut: SoldOutChoice | null = null,
): Meaning {
  const where = { pickupPointId: pickupPointId ?? null, remark: remark ?? null }
  return { ...what, lines: JSON.stringify(lines), ...where, ifSoldOut }
}

/** What an entry comes to as it stands. */
export function payableFenIn(list: Pick<List, 'items'>, entry: Pick<Entry, 'lines'>): number {
  return payableFenOf(entry.lines, unitsOf(list.items))
}
