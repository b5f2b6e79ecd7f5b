import type { JoinedList } from '../../shared/contract/list-entries'
import type { lists } from '../../shared/contract/lists'
import { MAX_ENTRY_CHANGES } from '../../shared/limits'
import { type Counts, countsOf, moreOf } from '../../shared/lists/entry-order'
import { holdsPlace, isOver } from '../../shared/lists/entry-state'
import { quantityOf } from '../../shared/lists/quantity'
import { shortOf } from '../../shared/lists/waiting-list'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Context, MemberContext, StaffContext, UseCase } from '../runtime/context'
import { blockedNow, waitingUnchanged } from './book-conditions'
import { nobodyWaits } from './book-moves'
import { ended, placed, queued } from './entry-places'
import { joinedOf } from './entry-view'
import {
  type ChangedOrder,
  meaningOf,
  orderFrom,
  payableFenIn,
  type WishedOrder,
} from './entry-wish'
import type { Entry, EntryDocument } from './list-document'
import { admitAtDesk, admitOwn, changeOpenEntry, type Decision, type OpenEntry } from './open-entry'

/** All lines anew; the number stays. Nobody overtakes the queue by asking for more. */
export const changeEntry: UseCase<typeof lists.change> = ({ entryId, ...order }, context) =>
  change(entryId, order, { context, admit: admitOwn(context) })

/** The same by whoever looks after the list; a member whose entry it is is told. */
export const changeEntryFor: UseCase<typeof lists.changeFor> = ({ entryId, ...order }, context) =>
  change(entryId, order, { context, admit: admitAtDesk(context) })

interface Asker {
  readonly context: MemberContext | StaffContext
  readonly admit: (open: OpenEntry) => Outcome<null>
}

function change(
  entryId: string,
  order: ChangedOrder,
  { context, admit }: Asker,
): Promise<Outcome<JoinedList>> {
  const meaning = meaningOf({}, order)
  const decide = (open: OpenEntry) => decideChange(open, order, context)
  return changeOpenEntry({ entryId, what: 'change', meaning, admit, decide }, context, (open) =>
    joinedOf(open.list, open.entry),
  )
}

async function decideChange(
  open: OpenEntry,
  wish: ChangedOrder,
  { now, memberId }: Context,
): Promise<Outcome<Decision>> {
  const { list, entry } = open
  if (isOver(entry.state)) return refuse('ENTRY_CLOSED')
  const changes = entry.changes.filter(({ what }) => what === 'change')
  if (changes.length >= MAX_ENTRY_CHANGES) return refuse('ENTRY_CHANGES')
  // WeChat's sheet may be open with the sum as it is.
  if (entry.state === 'awaiting') return refuse('ENTRY_AWAITING')
  if (entry.state === 'held' && !isKept(entry, now)) return refuse('ENTRY_NOT_HELD')
  const order = await orderFrom(list, wholeOf(entry, wish), isAtMemberPrice(open))
  if (!order.ok) return order
  const tells = entry.memberId === null || entry.memberId === memberId ? null : 'changed'
  const decided = holdsPlace(entry.state)
    ? withMore(open, order.value, now)
    : inQueue(open, order.value, now)
  if (!decided.ok) return decided
  const { after, only } = decided.value
  return accept({ after: { ...order.value, ...after }, tells, ...(only ? { only } : {}) })
}

type Order = Pick<EntryDocument, 'lines'>

/** What the change does not say stays as the entry says it. */
function wholeOf(entry: Entry, { lines, pickupPointId, remark }: ChangedOrder): WishedOrder {
  const kept = new Map(entry.lines.map(({ itemId, ifShort }) => [itemId, ifShort]))
  return {
    lines: lines.map(({ itemId, quantity, ifShort }) => {
      return { itemId, quantity, ifShort: ifShort ?? kept.get(itemId) ?? 'less' }
    }),
    pickupPointId: pickupPointId ?? entry.pickupPointId,
    remark: remark === undefined ? entry.remark : remark,
  }
}

/** Its time may be over before the job comes for it. */
function isKept({ state, untilAt }: Entry, now: number): boolean {
  return state === 'held' && now < (untilAt ?? 0)
}

/** An entry that was taken for somebody keeps the price at which it was. */
function isAtMemberPrice({ entry }: OpenEntry): boolean {
  return entry.memberId !== null && !entry.isByOwner
}

/** It has a place: only what it wants more must be there. A held place is hers with the change. */
function withMore(open: OpenEntry, { lines }: Order, now: number): Outcome<Decision> {
  const { list, entry, book } = open
  const more = moreOf(countsOf(entry.lines), countsOf(lines))
  const [itemId] = shortOf(book, more)
  if (itemId !== undefined) return soldOut(open, more, itemId)
  const isDearer = payableFenIn(list, { lines }) > entry.payment.paidFen
  if (list.payment === 'online' && entry.payment.state === 'paid' && isDearer) {
    return refuse('LIST_PAID_ONLINE')
  }
  const after = entry.state === 'held' ? placedIn(open, now) : {}
  return accept({ after, only: nobodyWaits(list, more) })
}

/** By the cut-off of the book: the list may be kept from before it was extended. */
function placedIn({ list: { payment }, entry, book: { cutOffAt } }: OpenEntry, now: number) {
  return placed({ payment, cutOffAt }, entry, now)
}

/** It waits: with its new choice it may have a place at once, else it waits on with its number. */
function inQueue(open: OpenEntry, { lines }: Order, now: number) {
  const { entry, book } = open
  const wanted = countsOf(lines)
  const others = without(book.waiting, entry.waitsFor)
  const short = shortOf({ left: book.left, waiting: others }, wanted)
  const involved = [...new Set([...Object.keys(wanted), ...entry.waitsFor])].filter(
    (id) => book.left[id] !== undefined,
  )
  const unchanged = waitingUnchanged(book, involved)
  if (short.length === 0) return accept({ after: placedIn(open, now), only: unchanged })
  const blocked = blockedNow({ waiting: others }, wanted, short)
  return accept({ after: queued(entry, short), only: { ...blocked, ...unchanged } })
}

function without(waiting: Counts, ownIds: readonly string[]): Counts {
  const own = ownIds.map((id) => [id, (waiting[id] ?? 0) - 1] as const)
  return { ...waiting, ...Object.fromEntries(own) }
}

function soldOut({ list, entry, book }: OpenEntry, more: Counts, itemId: string) {
  const unit = list.items.find((item) => item.itemId === itemId)?.unit ?? 'piece'
  const own = entry.lines.find((line) => line.itemId === itemId)?.count ?? 0
  const isQueued = (book.waiting[itemId] ?? 0) > 0
  // With what she has already.
  const leftCount = quantityOf(own + (isQueued ? 0 : (book.left[itemId] ?? 0)), unit)
  return refuse('SOLD_OUT', {
    itemId,
    leftCount,
    wantedCount: quantityOf(own + (more[itemId] ?? 0), unit),
  })
}

/** Gives place and goods back; the number stays, struck through, and the queue moves up. */
export const cancelEntry: UseCase<typeof lists.cancel> = ({ entryId }, context) =>
  cancel(entryId, { context, admit: admitOwn(context) })

/** The same by whoever looks after the list; a member whose entry it is is told. */
export const cancelEntryFor: UseCase<typeof lists.cancelFor> = ({ entryId }, context) =>
  cancel(entryId, { context, admit: admitAtDesk(context) })

function cancel(entryId: string, { context, admit }: Asker) {
  const decide = ({ entry }: OpenEntry): Outcome<Decision> => {
    if (isOver(entry.state)) return refuse('ENTRY_CLOSED')
    const isOwn = entry.memberId === null || entry.memberId === context.memberId
    return accept({ after: ended('cancelled', entry), tells: isOwn ? null : 'cancelled' })
  }
  return changeOpenEntry(
    { entryId, what: 'cancel', meaning: {}, admit, decide },
    context,
    ({ entry: { entryNo, state } }) => ({ entryId, entryNo, state }),
  )
}

/** Takes the place that is kept for her. Refuses ENTRY_NOT_HELD, also when its time is over. */
export const takeUpPlace: UseCase<typeof lists.takeUp> = ({ entryId }, context) => {
  const { now } = context
  const decide = (open: OpenEntry): Outcome<Decision> =>
    isKept(open.entry, now) ? accept({ after: placedIn(open, now) }) : refuse('ENTRY_NOT_HELD')
  const admit = admitOwn(context)
  return changeOpenEntry({ entryId, what: 'takeUp', meaning: {}, admit, decide }, context, (open) =>
    joinedOf(open.list, open.entry),
  )
}
