import type { JoinedList } from '../../shared/contract/list-entries'
import type { lists } from '../../shared/contract/lists'
import { countsOf } from '../../shared/lists/entry-order'
import type { SoldOutChoice } from '../../shared/lists/list'
import { quantityOf } from '../../shared/lists/quantity'
import { shortOf } from '../../shared/lists/waiting-list'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/refusal'
import { type Context, meaningHashOf, type UseCase } from '../runtime/context'
import { command, type Fields, pause } from '../runtime/database'
import { phoneHashOf } from '../runtime/phone-hash'
import { blockedNow } from './book-conditions'
import { joinBook } from './book-moves'
import { placed, queued, unpaid } from './entry-places'
import { type BookPage, bookPage, listToJoin, readEntry } from './entry-repository'
import { joinedOf } from './entry-view'
import {
  admitWriting,
  meaningOf,
  type Order,
  orderFrom,
  tierFor,
  type WishedOrder,
} from './entry-wish'
import type { Entry, EntryTodo, List } from './list-document'
import { carryOut } from './queue'
import { admitLookingAfter } from './rights'

const MOST_TRIES = 12

type EntryToBe = EntryTodo['entry']

/** For whom it is: a member herself, or a name that an owner writes down. */
export type Joiner = Pick<
  EntryToBe,
  'memberId' | 'name' | 'isByOwner' | 'phoneHash' | 'tier' | 'fromText'
> & {
  /** Her id, and those of memberships that were merged into hers: one of them may be in already. */
  readonly holderIds: readonly string[]
}

/**
 * Takes the next number and what it orders, in one update that decides: two at once or nothing,
 * never more than there is, never after the cut-off. What is sold out is waited for, where she
 * chose so before. The same request again answers the same entry.
 *
 * Refuses LIST_GONE, LIST_NOT_OPEN, LIST_CLOSED, LIST_JOINED with her number, SOLD_OUT with the
 * item and what is left, and what `orderFrom` refuses; REQUEST_REUSED, BUSY.
 */
export const joinList: UseCase<typeof lists.join> = async (input, context) => {
  const { listId, ifSoldOut, ...order } = input
  const { memberId, member } = context
  const hash = meaningHashOf(meaningOf({ listId }, order, ifSoldOut))
  return join({ listId, hash, ifSoldOut, order }, context, async (list) => {
    const { nickname: name } = member
    const her = { memberId, name, isByOwner: false, phoneHash: null }
    const tier = await tierFor(list, context, memberId)
    return accept({ ...her, tier, holderIds: [memberId, ...(member.tookIn ?? [])] })
  })
}

/**
 * 代接龙: a line for somebody without an account, by whoever looks after the list. Her phone, or
 * the owner's word, lets her take it over later.
 */
export const joinListFor: UseCase<typeof lists.joinFor> = async (input, context) => {
  const { listId, ifSoldOut, name, phone, ...order } = input
  const phoneHash = phone === undefined ? null : phoneHashOf(phone)
  const meaning = meaningOf({ listId, name, phoneHash: phoneHash ?? '' }, order, ifSoldOut)
  const hash = meaningHashOf(meaning)
  return join({ listId, hash, ifSoldOut, order }, context, async (list) => {
    const admitted = admitLookingAfter(list, context)
    if (!admitted.ok) return admitted
    const written = await admitWriting('name', name)
    if (!written.ok) return written
    const nobody = { memberId: null, tier: null, holderIds: [] }
    return accept({ ...nobody, name, phoneHash, isByOwner: true })
  })
}

export interface JoinWish {
  readonly listId: string
  /** Of what it means, for the same request again. */
  readonly hash: string
  readonly ifSoldOut: SoldOutChoice
  readonly order: WishedOrder
}

type Caller = Pick<Context, 'now' | 'requestKey'>

async function join(
  wish: JoinWish,
  context: Caller,
  joinerOf: (list: List) => Promise<Outcome<Joiner>>,
): Promise<Outcome<JoinedList>> {
  const list = await listToJoin(wish.listId)
  if (!list) return refuse('LIST_GONE')
  const known = await readEntry(context.requestKey)
  if (known) return sameAgain(list, known, wish)
  const joiner = await joinerOf(list)
  if (!joiner.ok) return joiner
  const order = await orderFrom(list, wish.order, joiner.value.memberId !== null)
  if (!order.ok) return order
  return takePlace({ list, wish, joiner: joiner.value, order: order.value }, context)
}

interface Taking {
  readonly list: List
  readonly wish: JoinWish
  readonly joiner: Joiner
  readonly order: Order
}

/** Tries again while the book changes between what it says and what is asked of it. */
export async function takePlace(taking: Taking, context: Caller): Promise<Outcome<JoinedList>> {
  const { list, wish, joiner, order } = taking
  const { now, requestKey: entryId } = context
  const { holderIds } = joiner
  const wanted = countsOf(order.lines)
  const fresh = newEntry(taking, context)
  let { cutOffAt } = list
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const entry = { ...fresh, ...placed({ payment: list.payment, cutOffAt }, fresh, now) }
    const only = entry.state === 'awaiting' ? cutOffAsKnown(cutOffAt, now) : {}
    if (await joinBook({ list, entry, now, holderIds, only })) return finish(list, context, wish)
    const book = await bookPage(list._id, { entryId, holderIds })
    cutOffAt = book?.cutOffAt ?? cutOffAt
    if (book && book.entryNo > 0) return finish(list, context, wish)
    const refused = await whyNot({ list, book, now })
    if (refused) return refused
    const short = book ? shortOf(book, wanted) : []
    const [itemId] = short
    if (book && itemId !== undefined) {
      if (wish.ifSoldOut === 'none') return soldOut(list, book, itemId)
      const waiting = { ...fresh, ...queued(fresh, short) }
      const only = blockedNow(book, wanted, short)
      if (await joinBook({ list, entry: waiting, now, holderIds, only })) {
        return finish(list, context, wish)
      }
    }
    await pause(attempt)
  }
  return refuse('BUSY')
}

/** The list may be kept from before it was extended: until when she may pay, the book says. */
function cutOffAsKnown(cutOffAt: number, now: number): Fields {
  return { cutOffAt: command.gt(now).and(command.eq(cutOffAt)) }
}

function newEntry({ list, wish, joiner, order }: Taking, { now, requestKey }: Caller): EntryToBe {
  const { holderIds: _ids, memberId, ...who } = joiner
  const { ifSoldOut, hash: requestHash } = wish
  const standing = queued({ payment: unpaid }, [])
  return {
    ...{ listId: list._id, memberId, holderId: memberId, mergeId: null, ...who, askedBy: null },
    ...order,
    ...{ ifSoldOut, ...standing, step: 0, version: 1, changes: [], joinedAt: now },
    ...{ requestKey, requestHash, pickupCode: requestKey },
  }
}

/** The number is hers: its document is written, by whichever call of this request comes first. */
async function finish(
  list: List,
  { requestKey: entryId }: Caller,
  wish: Pick<JoinWish, 'hash'>,
): Promise<Outcome<JoinedList>> {
  const book = await bookPage(list._id, { entryId })
  const todo = book?.todo[entryId]
  if (!book || todo?.entry.step !== 0) {
    const entry = await readEntry(entryId)
    return entry ? sameAgain(list, entry, wish) : refuse('BUSY')
  }
  const { entryNo } = book
  await carryOut(list, { listId: list._id, entryId, todo }, entryNo)
  return sameAgain(list, { ...todo.entry, _id: entryId, entryNo }, wish)
}

function sameAgain(list: List, entry: Entry, { hash }: Pick<JoinWish, 'hash'>) {
  const isSame = entry.listId === list._id && entry.requestHash === hash
  return isSame ? accept(joinedOf(list, entry)) : refuse('REQUEST_REUSED')
}

interface Looked {
  readonly list: List
  readonly book: BookPage | null
  readonly now: number
}

/** Null when nothing but the goods may be in the way. */
async function whyNot({ list, book, now }: Looked): Promise<Refusal | null> {
  if (!book || now < book.opensAt)
    return refuse('LIST_NOT_OPEN', { opensAt: book?.opensAt ?? null })
  if (!book.isOpen || now >= book.cutOffAt) return refuse('LIST_CLOSED')
  const [own] = book.held.filter((id) => id !== null)
  if (own === undefined) return null
  const entry = await readEntry(own)
  const entryNo = entry?.entryNo ?? (await bookPage(list._id, { entryId: own }))?.entryNo ?? null
  return refuse('LIST_JOINED', { entryId: own, entryNo })
}

function soldOut(list: List, { left }: BookPage, itemId: string): Refusal {
  const item = list.items.find((one) => one.itemId === itemId)
  const leftCount = quantityOf(left[itemId] ?? 0, item?.unit ?? 'piece')
  return refuse('SOLD_OUT', { itemId, leftCount })
}
