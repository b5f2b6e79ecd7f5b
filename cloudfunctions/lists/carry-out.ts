/** Brings an entry's document to what the book says of it. Done again it changes nothing. */
import { isOver } from '../../shared/lists/entry-state'
import type { GivenBack } from '../../shared/messages/given-back'
import { accept } from '../../shared/refusal'
import { type Telling, tell } from '../messages/tell-in-transaction'
import { placeOrder } from '../payments/repository'
import { changeIf, command, insertNew, inTransaction, type Transaction } from '../runtime/database'
import type { Mark } from './book-moves'
import { bringPayment, orderOf } from './entry-payment'
import { bookPage, readEntry } from './entry-repository'
import type { Entry, EntryTidings, EntryTodo, List } from './list-document'

/** False when too many were at the document: its mark stays for whoever comes next. */
export async function writeEntry(list: List, mark: Mark, entryNo?: number): Promise<boolean> {
  const { entryId, todo } = mark
  const { entry, tells } = todo
  if (entry.state === 'awaiting') await placeOrder(orderOf(list, entryId, entry))
  if (entry.step === 0) {
    const number = entryNo ?? (await bookPage(list._id, { entryId }))?.entryNo ?? 0
    // Whoever inserted it first wrote the same.
    await insertNew('list_entries', { _id: entryId, ...entry, entryNo: number })
    return true
  }
  const isToldOf = tells !== null && entry.memberId !== null
  // Of an entry that was taken for somebody, the member may change as well.
  const isPaidFor = list.payment === 'online' && entry.memberId !== null
  if (isToldOf || entry.isByOwner || isPaidFor)
    return inTransaction((tx) => rewrite(tx, list, mark)).then(isOk)
  const asItWas = { _id: entryId, step: entry.step - 1 }
  await changeIf('list_entries', asItWas, { ...changedOf(entry), version: command.inc(1) })
  return true
}

const isOk = ({ ok }: { readonly ok: boolean }) => ok

async function rewrite(tx: Transaction, list: List, { entryId, todo }: Mark) {
  const stored = await readEntry(entryId, tx)
  const { entry: toBe, tells, at } = todo
  if (!stored || stored.step !== toBe.step - 1) return accept(null)
  const { memberId, holderId, tier } = toBe
  // What a merge of memberships brought meanwhile stays hers.
  const claimed = stored.memberId === null ? { memberId, holderId, tier, askedBy: null } : {}
  const { 'payment.state': state, ...changed } = changedOf(toBe)
  const paid = await bringPayment(tx, { list, stored, toBe, at })
  if (!paid.ok) return paid
  const payment = paid.value ?? { ...stored.payment, state }
  const version = stored.version + 1
  const entry: Entry = { ...stored, ...changed, ...claimed, payment, version }
  await tx.put('list_entries', entry)
  if (tells !== null && entry.memberId !== null) {
    const back = backOf(stored, entry)
    await tell(tx, tellingOf({ list, entry, tells, at, back, memberId: entry.memberId }))
  }
  return accept(null)
}

/** What the book changes of an entry; the rest is changed by others, who do not ask it. */
function changedOf(entry: EntryTodo['entry']) {
  const { lines, pickupPointId, storeId, remark, state, untilAt, waitsFor, step } = entry
  const { changes, dueAt, payment } = entry
  return {
    ...{ lines, pickupPointId, storeId, remark, state, untilAt, waitsFor, step, changes, dueAt },
    'payment.state': payment.state,
  }
}

/** What of the money that was paid she gets back: by WeChat what went there, else in person. */
function backOf({ payment: was }: Entry, { state, payment }: Entry): GivenBack {
  const onlineFen = was.orderId === null ? 0 : Math.max(0, was.paidFen - payment.paidFen)
  if (was.orderId !== null) return { backFen: onlineFen, onlineFen }
  return { backFen: isOver(state) && was.state === 'paid' ? was.paidFen : 0, onlineFen }
}

interface News {
  readonly list: List
  readonly entry: Entry
  readonly memberId: string
  readonly tells: EntryTidings
  readonly back: GivenBack
  readonly at: number
}

function tellingOf({ list, entry, memberId, tells, back, at }: News): Telling {
  const { _id: entryId, entryNo, untilAt } = entry
  const facts = { listId: list._id, listTitle: list.title, entryNo }
  const about = { memberId, source: `${entryId}:${entry.step}`, at }
  switch (tells) {
    case 'placed':
      return { ...about, kind: 'entryPlaced', facts }
    case 'held':
      return { ...about, kind: 'entryHeld', facts: { ...facts, untilAt: untilAt ?? at } }
    case 'lapsed':
      return { ...about, kind: 'entryLapsed', facts: { ...facts, ...back } }
    case 'released':
      return { ...about, kind: 'entryReleased', facts: { ...facts, ...back } }
    case 'cancelled':
      return { ...about, kind: 'entryCancelled', facts: { ...facts, ...back } }
    case 'changed':
      return { ...about, kind: 'entryChanged', facts: { ...facts, ...back } }
    case 'claimed':
      return { ...about, kind: 'entryYours', facts }
  }
}
