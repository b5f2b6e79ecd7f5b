import type { Output } from '../../shared/contract/contract'
import type { lists } from '../../shared/contract/lists'
import { isOver } from '../../shared/lists/entry-state'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { holderOf, livingIds, membersBy } from '../members/repository'
import { tell } from '../messages/tell-in-transaction'
import type { Context, UseCase } from '../runtime/context'
import { changeIf, command, inTransaction } from '../runtime/database'
import { recordedWhenDone } from '../runtime/once'
import { moveEntry } from './book-moves'
import { writeEntry } from './bring-entry'
import { bookPage, entryByNo, readEntry } from './entry-repository'
import { tierFor } from './entry-wish'
import type { Entry, EntryChange, List } from './list-document'
import { openEntry } from './open-entry'
import { carryOut } from './queue'
import { listAtDesk, readPublicList } from './repository'

const MOST_TRIES = 12

type Claimed = Output<'lists', 'claimEntry'>

/**
 * An entry that an owner took for somebody becomes a member's: hers at once where its phone is the
 * one that she has proved, else she asks, and its owner confirms. Its prices stay.
 *
 * Refuses LIST_GONE, ENTRY_GONE, ENTRY_CLOSED, ENTRY_TAKEN when it is or somebody else asks for
 * it, ENTRY_PAID when the list is settled and its money was taken, LIST_JOINED when she has one of
 * the list, LIST_CLOSED while the list is being settled.
 */
export const claimEntry: UseCase<typeof lists.claimEntry> = ({ listId, entryNo }, context) =>
  recordedWhenDone<Claimed>(context, { listId, entryNo }, async (requestHash) => {
    const list = await readPublicList(listId)
    if (!list) return refuse('LIST_GONE')
    const { memberId, member } = context
    const entry = await entryByNo(listId, entryNo)
    if (!entry) return refuse('ENTRY_GONE')
    const { _id: entryId, phoneHash, askedBy } = entry
    if (entry.memberId === memberId && entry.isByOwner) return accept({ entryId, state: 'yours' })
    const admitted = list.orderedAt === null ? admitClaim(entry) : admitSettled(entry)
    if (!admitted.ok) return admitted
    if (phoneHash !== null && (await holderOf(phoneHash)) === memberId) {
      const holderIds = holderIdsOf(memberId, member)
      const claim = { list, entryId, memberId, holderIds, requestHash, tells: null }
      const taken = await giveTo(claim, context)
      return taken.ok ? accept({ entryId, state: 'yours' }) : taken
    }
    if (askedBy === memberId) return accept({ entryId, state: 'asked' })
    const asked = await ask(list, entryId, context)
    return asked.ok ? accept({ entryId, state: 'asked' }) : asked
  })

/** She waits for the word of the list's owner, who is told so. */
function ask(
  { _id: listId, title, ownerId }: List,
  entryId: string,
  { now: at, memberId }: Context,
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const entry = await readEntry(entryId, tx)
    if (!entry || entry.memberId !== null || entry.askedBy !== null) return refuse('ENTRY_TAKEN')
    await writeEntry(tx, { ...entry, askedBy: memberId })
    const facts = { listId, title, entryNo: entry.entryNo }
    const source = `${entryId}:${memberId}`
    await tell(tx, { kind: 'listClaimed', facts, memberId: ownerId, source, at })
    return accept(null)
  })
}

/**
 * "That is her", or not; she is told either way. Refuses ENTRY_GONE, ENTRY_NOT_ASKED, LIST_FOREIGN,
 * SELF_SERVICE.
 */
export const confirmClaim: UseCase<typeof lists.confirmClaim> = (input, context) => {
  const { entryId, isConfirmed } = input
  return recordedWhenDone(context, { entryId, isConfirmed }, async (requestHash) => {
    const entry = await readEntry(entryId)
    if (!entry) return refuse('ENTRY_GONE')
    const list = await listAtDesk(entry.listId, context)
    if (!list.ok) return list
    const isDone = entry.changes.some(({ requestKey }) => requestKey === context.requestKey)
    if (isDone) return accept({ entryId, isConfirmed })
    const { askedBy } = entry
    if (askedBy === null) return refuse('ENTRY_NOT_ASKED')
    // Whoever asked may have been merged into another membership since.
    const memberId = (await livingIds([askedBy]))(askedBy)
    if (memberId === context.memberId) return refuse('SELF_SERVICE')
    if (!isConfirmed) {
      const declined = await decline({ list: list.value, entry, memberId }, context)
      return declined.ok ? accept({ entryId, isConfirmed }) : declined
    }
    const [asking] = await membersBy('_id', [memberId])
    const holderIds = holderIdsOf(memberId, asking)
    const claim = { list: list.value, entryId, memberId, holderIds, requestHash }
    const taken = await giveTo({ ...claim, tells: 'claimed' }, context)
    return taken.ok ? accept({ entryId, isConfirmed }) : taken
  })
}

interface Declined {
  readonly list: List
  readonly entry: Entry
  /** Who asked, as whom she lives on. */
  readonly memberId: string
}

/** Nothing, when somebody else has decided or she asks no more. */
function decline(
  { list, entry: seen, memberId }: Declined,
  { now: at }: Context,
): Promise<Outcome<null>> {
  const { _id: entryId, askedBy } = seen
  return inTransaction(async (tx) => {
    const entry = await readEntry(entryId, tx)
    if (!entry || askedBy === null || entry.askedBy !== askedBy) return accept(null)
    await writeEntry(tx, { ...entry, askedBy: null })
    const { listId, entryNo } = entry
    const facts = { listId, listTitle: list.title, entryNo }
    await tell(tx, { kind: 'entryNotYours', facts, memberId, source: entryId, at })
    return accept(null)
  })
}

/** Also those under which memberships that were merged into hers may have joined. */
function holderIdsOf(
  memberId: string,
  member: { readonly tookIn?: readonly string[] } | undefined,
): readonly string[] {
  return [memberId, ...(member?.tookIn ?? [])]
}

function admitClaim(entry: Entry): Outcome<null> {
  if (!entry.isByOwner || entry.memberId !== null) return refuse('ENTRY_TAKEN')
  return isOver(entry.state) ? refuse('ENTRY_CLOSED') : accept(null)
}

/** Its money was taken from nobody whom the books know. */
function admitSettled(entry: Entry): Outcome<null> {
  const admitted = admitClaim(entry)
  return admitted.ok && entry.payment.paidAt !== null ? refuse('ENTRY_PAID') : admitted
}

interface Claim {
  readonly list: List
  readonly entryId: string
  readonly memberId: string
  /** Under none of these she may be in the book. */
  readonly holderIds: readonly string[]
  readonly requestHash: string
  /** Null: she has it by her own phone, and sees it. */
  readonly tells: 'claimed' | null
}

/** While the list is open the book must know her too; once it is settled, the entry alone. */
async function giveTo(claim: Claim, context: Context): Promise<Outcome<null>> {
  const { list, entryId, memberId, holderIds, tells } = claim
  const tier = await tierFor(list, context, memberId)
  const hers = { memberId, holderId: memberId, tier, askedBy: null }
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const opened = await openEntry(entryId)
    if (!opened.ok) return opened
    const { entry } = opened.value
    if (entry.memberId === memberId) return accept(null)
    const admitted = admitClaim(entry)
    if (!admitted.ok) return admitted
    const held = (await bookPage(list._id, { holderIds }))?.held ?? []
    // The same request at once has given it to her in the book already.
    const isUnderWay = held.includes(entryId)
    if (!isUnderWay && held.some((id) => id !== null)) return refuse('LIST_JOINED')
    const after = { ...hers, changes: [...entry.changes, changeOf(entry, claim, context)] }
    if (!opened.value.book.isOpen) {
      const settled = admitSettled(entry)
      return settled.ok ? giveSettled(claim, after, context) : settled
    }
    const free = holderIds.map((id) => [`holders.${id}`, command.exists(false)] as const)
    const { now, requestKey } = context
    const only = Object.fromEntries(free)
    const mark = await moveEntry({ list, before: entry, after, now, requestKey, only, tells })
    if (mark) {
      await carryOut(list, mark)
      return accept(null)
    }
    if (now >= opened.value.book.cutOffAt) return refuse('LIST_CLOSED')
  }
  return refuse('BUSY')
}

type Hers = Pick<Entry, 'memberId' | 'holderId' | 'askedBy' | 'changes'>

/**
 * What was ordered is final, and so is who is served before whom: the level stays as it was. The
 * book still says who has an entry, so that nobody comes to a second one.
 */
async function giveSettled(
  { list, entryId, memberId, holderIds, tells }: Claim,
  { memberId: whose, holderId, askedBy, changes }: Hers,
  { now: at }: Context,
): Promise<Outcome<null>> {
  if (list.orderedAt === null) return refuse('LIST_CLOSED')
  const free = holderIds.map((id) => [`holders.${id}`, command.exists(false)] as const)
  const only = { _id: list._id, isOpen: false, ...Object.fromEntries(free) }
  const isHeld = await changeIf('list_books', only, { [`holders.${memberId}`]: entryId })
  if (!isHeld) {
    const held = (await bookPage(list._id, { holderIds }))?.held ?? []
    if (!held.includes(entryId)) return refuse('LIST_JOINED')
  }
  const hers = { memberId: whose, holderId, askedBy, changes }
  return inTransaction(async (tx) => {
    const entry = await readEntry(entryId, tx)
    if (!entry) return refuse('ENTRY_GONE')
    const admitted = admitSettled(entry)
    if (!admitted.ok) return admitted
    await writeEntry(tx, { ...entry, ...hers })
    if (tells === null) return accept(null)
    const facts = { listId: list._id, listTitle: list.title, entryNo: entry.entryNo }
    await tell(tx, { kind: 'entryYours', facts, memberId, source: entryId, at })
    return accept(null)
  })
}

function changeOf(
  { lines }: Entry,
  { requestHash }: Claim,
  { now: at, memberId: by, requestKey }: Context,
): EntryChange {
  const before = lines.map(({ itemId, count, ifShort }) => ({ itemId, count, ifShort }))
  return { at, by, what: 'claim', lines: before, requestKey, requestHash }
}
