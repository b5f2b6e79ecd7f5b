/** Entries as members and the desk see them. */
import type {
  DeskEntry,
  EntryLine,
  JoinedList,
  MyEntry,
  ShownEntry,
} from '../../shared/contract/list-entries'
import { isOver } from '../../shared/lists/entry-state'
import { dueFenOf, lineAmountFen, unitsOf } from '../../shared/lists/payable'
import { quantityOf } from '../../shared/lists/quantity'
import { payableFenIn } from './entry-wish'
import type { Entry, EntryDocumentLine, List } from './list-document'

type Shown = Pick<List, 'items' | 'pickupUntilOn'>

/** What somebody who has just joined or changed is told. */
export function joinedOf(list: Shown, entry: Entry): JoinedList {
  const { _id: entryId, entryNo, state } = entry
  const isQueued = state === 'waiting' || state === 'held'
  return {
    ...{ entryId, entryNo, payableFen: payableFenIn(list, entry) },
    state: isQueued ? 'waiting' : state === 'awaiting' ? 'awaiting' : 'joined',
  }
}

/** A row of the list, for everybody; `memberIds` are the reader's own. */
export function shownEntryOf(
  list: Shown,
  { entryNo, name, lines, state, memberId }: Entry,
  memberIds: readonly string[],
): ShownEntry {
  const unitOf = unitsOf(list.items)
  return {
    ...{ entryNo, name, state, cancelled: isOver(state) },
    lines: lines.map(({ itemId, count }) => ({
      ...{ itemId, quantity: quantityOf(count, unitOf(itemId)) },
    })),
    isMine: memberId !== null && memberIds.includes(memberId),
  }
}

export function myEntryOf(list: Shown, entry: Entry): MyEntry {
  const { _id: entryId, entryNo, name, state, lines, pickupPointId, remark, untilAt } = entry
  const payableFen = isOver(state) ? 0 : payableFenIn(list, entry)
  return {
    ...{ entryId, entryNo, name, state, pickupPointId, remark, untilAt },
    lines: lines.map((line) => lineOf(list, line)),
    payableFen,
    dueFen: dueFenOf(entry.payment, payableFen),
    returnFen: entry.payment.returnFen,
    paymentState: entry.payment.state,
    pickupCode: entry.pickupCode === entryId ? null : entry.pickupCode,
    pickupUntilOn: list.pickupUntilOn,
    changeCount: entry.changes.filter(({ what }) => what === 'change').length,
  }
}

export function deskEntryOf(list: Shown, entry: Entry, askedBy: DeskEntry['askedBy']): DeskEntry {
  const { isByOwner, joinedAt, payment } = entry
  // Whoever knows her code fetches all that she has anywhere: it is hers alone to show.
  const shown = { ...myEntryOf(list, entry), pickupCode: null }
  return { ...shown, isByOwner, askedBy, joinedAt, paidAt: payment.paidAt }
}

function lineOf({ items }: Shown, line: EntryDocumentLine): EntryLine {
  const { itemId, count, priceFen, ifShort, gotCount, weighedGrams, collected } = line
  const item = items.find((one) => one.itemId === itemId)
  const unit = item?.unit ?? 'piece'
  const fetched = collected.reduce((sum, part) => sum + part.count, 0)
  return {
    ...{ itemId, name: item?.name ?? itemId, spec: item?.spec ?? null, unit, priceFen, ifShort },
    quantity: quantityOf(count, unit),
    amountFen: lineAmountFen(line, unitsOf(items)),
    gotQuantity: gotCount === null ? null : quantityOf(gotCount, unit),
    weighedGrams,
    collectedQuantity: quantityOf(fetched, unit),
  }
}
