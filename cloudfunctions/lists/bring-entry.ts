/** Brings an entry to what arrived, in a transaction of its own: once, however often asked. */

import { isShared } from '../../shared/lists/payable'
import { accept, type Outcome } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { inTransaction, type Transaction } from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import { type Shares, withShares } from './arrived-entries'
import type { Entry, EntryDocument, List } from './list-document'
import { backFactsOf, pointOf } from './pickup-document'
import { type Settled, type Settling, settleIn } from './settle-entry'

export interface Bringing extends Settling {
  readonly list: List
  readonly shares: Shares
}

export function bringEntry(entryId: string, bringing: Bringing): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const entry = await tx.get<EntryDocument>('list_entries', entryId)
    const shared = entry?.state === 'joined' ? withShares(entry, bringing.shares) : null
    if (!entry || !shared) return accept(null)
    return isShared(shared.lines)
      ? arriveIn(tx, shared, bringing)
      : writeEntry(tx, shared).then(() => accept(null))
  })
}

/** All that it orders is known: what it got waits for her, or it is released. */
async function arriveIn(
  tx: Transaction,
  entry: Entry,
  { list, ...settling }: Bringing,
): Promise<Outcome<null>> {
  const { now } = settling.context
  const gotAny = entry.lines.some(({ gotCount }) => (gotCount ?? 0) > 0)
  const arrived: Entry = gotAny
    ? { ...entry, pickupCode: newPickupCode(), waitingSince: now }
    : { ...entry, state: 'released' }
  const settled = await settleIn(tx, { entry: arrived, list }, settling)
  if (!settled.ok) return settled
  const { entry: after, ...back } = settled.value
  await writeEntry(tx, after)
  if (after.memberId !== null) await tellOf(tx, { entry: after, list, back, at: now })
  return accept(null)
}

interface Told {
  readonly entry: Entry
  readonly list: List
  readonly back: Omit<Settled, 'entry'>
  readonly at: number
}

async function tellOf(tx: Transaction, { entry, list, back: given, at }: Told): Promise<void> {
  const { _id: source, memberId } = entry
  if (memberId === null) return
  const whom = { memberId, source, at }
  const back = backFactsOf(list, given)
  if (entry.state === 'released') {
    await tell(tx, { ...whom, kind: 'listMissed', facts: back })
    return
  }
  const { listId, listTitle } = back
  const isShort = entry.lines.some(({ count, gotCount }) => (gotCount ?? 0) < count)
  const { pickupUntilOn: untilOn } = list
  const pointName = pointOf(entry, list).name
  const facts = { listId, listTitle, pointName, untilOn, isShort }
  await tell(tx, { ...whom, kind: 'listArrived', facts })
  if (back.backFen > 0) await tell(tx, { ...whom, kind: 'listSettledBack', facts: back })
}

/** Every change of it is a version more. */
export function writeEntry(tx: Transaction, entry: Entry): Promise<void> {
  return tx.put('list_entries', { ...entry, version: entry.version + 1 })
}
