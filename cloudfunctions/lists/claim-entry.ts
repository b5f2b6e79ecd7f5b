import type { Output } from '../../shared/contract/contract'
import type { lists } from '../../shared/contract/lists'
import { isOver } from '../../shared/lists/entry-state'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { holderOf, livingIds, membersBy } from '../members/repository'
import type { Context, UseCase } from '../runtime/context'
import { changeIf, command, inTransaction } from '../runtime/database'
import { recordedWhenDone } from '../runtime/once'
import { moveEntry } from './book-moves'
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
 * it, LIST_JOINED when she has one of the list, LIST_CLOSED while the list is being settled.
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
    const admitted = admitClaim(entry)
    if (!admitted.ok) return admitted
    if (phoneHash !== null && (await holderOf(phoneHash)) === memberId) {
      const holderIds = holderIdsOf(memberId, member)
      const claim = { list, entryId, memberId, holderIds, requestHash }
      const taken = await giveTo(claim, context)
      return taken.ok ? accept({ entryId, state: 'yours' }) : taken
    }
    if (askedBy === memberId) return accept({ entryId, state: 'asked' })
    const free = { _id: entryId, memberId: null, askedBy: null }
    const isAsked = await changeIf('list_entries', free, { askedBy: memberId })
    return isAsked ? accept({ entryId, state: 'asked' }) : refuse('ENTRY_TAKEN')
  })

/** "That is her", or not. Refuses ENTRY_GONE, ENTRY_NOT_ASKED, LIST_FOREIGN, SELF_SERVICE. */
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
      await changeIf('list_entries', { _id: entryId, askedBy }, { askedBy: null })
      return accept({ entryId, isConfirmed })
    }
    const [asking] = await membersBy('_id', [memberId])
    const holderIds = holderIdsOf(memberId, asking)
    const claim = { list: list.value, entryId, memberId, holderIds, requestHash }
    const taken = await giveTo(claim, context)
    return taken.ok ? accept({ entryId, isConfirmed }) : taken
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

interface Claim {
  readonly list: List
  readonly entryId: string
  readonly memberId: string
  /** Under none of these she may be in the book. */
  readonly holderIds: readonly string[]
  readonly requestHash: string
}

/** While the list is open the book must know her too; once it is settled, the entry alone. */
async function giveTo(claim: Claim, context: Context): Promise<Outcome<null>> {
  const { list, entryId, memberId, holderIds } = claim
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
    if (!opened.value.book.isOpen) return giveSettled(claim, after)
    const free = holderIds.map((id) => [`holders.${id}`, command.exists(false)] as const)
    const { now, requestKey } = context
    const only = Object.fromEntries(free)
    const mark = await moveEntry({ list, before: entry, after, now, requestKey, only })
    if (mark) {
      await carryOut(list, mark)
      return accept(null)
    }
    if (now >= opened.value.book.cutOffAt) return refuse('LIST_CLOSED')
  }
  return refuse('BUSY')
}

type Hers = Pick<Entry, 'memberId' | 'holderId' | 'tier' | 'askedBy' | 'changes'>

/** No book any more: what was ordered is final, and the entry's own document is all there is. */
async function giveSettled({ list, entryId }: Claim, hers: Hers): Promise<Outcome<null>> {
  if (list.orderedAt === null) return refuse('LIST_CLOSED')
  return inTransaction(async (tx) => {
    const entry = await readEntry(entryId, tx)
    if (!entry) return refuse('ENTRY_GONE')
    const admitted = admitClaim(entry)
    if (!admitted.ok) return admitted
    // Its money was taken from nobody whom the books know.
    if (entry.payment.paidAt !== null) return refuse('ENTRY_CLOSED')
    await tx.put('list_entries', { ...entry, ...hers, version: entry.version + 1 })
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
