import type { OutputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { countReachable } from '../messages/permit-document'
import { tell } from '../messages/tell-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { changeIf, command, findWhere, inTransaction } from '../runtime/database'
import { recordedUnderLease } from '../runtime/once'
import type { Entry, EntryDocument, List } from './list-document'
import { pointOf } from './pickup-document'
import { listAtDesk } from './repository'

type Answer = OutputOf<typeof listArrival.remind>

const MAX_REMINDED = 1_000
const ENTRIES_AT_ONCE = 4

/**
 * 到货通知 once more, to whoever has not fetched; once a day a list, each of them once. Refuses
 * LIST_GONE, LIST_FOREIGN, LIST_NOT_ARRIVED, LIST_REMINDED.
 */
export const remind: UseCase<typeof listArrival.remind> = ({ listId }, context) => {
  const lease = `lists.remind:${listId}`
  return recordedUnderLease<Answer>(context, { lease, meaning: { listId } }, async () => {
    const found = await listAtDesk(listId, context)
    if (!found.ok) return found
    const list = found.value
    const filter = { listId, state: 'joined', waitingSince: command.gt(0) }
    const waiting = await findWhere<EntryDocument>('list_entries', filter, { limit: MAX_REMINDED })
    if (waiting.length === 0) return refuse('LIST_NOT_ARRIVED')
    if (!(await takeDay(list, context))) return refuse('LIST_REMINDED')
    return tellAll(list, waiting, context)
  })
}

/** A request that died at it goes on; another one comes tomorrow. */
async function takeDay({ _id, reminded }: List, { todayOn: on, requestKey }: StaffContext) {
  if (reminded?.on === on) return reminded.requestKey === requestKey
  const seen = { _id, 'reminded.on': reminded?.on ?? command.exists(false) }
  return changeIf('lists', seen, { reminded: { on, requestKey } })
}

async function tellAll(
  list: List,
  waiting: readonly Entry[],
  context: StaffContext,
): Promise<Outcome<Answer>> {
  const members = waiting.flatMap(({ memberId }) => memberId ?? [])
  const permitCount = await countReachable(context.shop, 'pickup', members)
  for (let from = 0; from < waiting.length; from += ENTRIES_AT_ONCE) {
    const some = waiting.slice(from, from + ENTRIES_AT_ONCE)
    const told = await Promise.all(some.map((entry) => tellOne(entry, list, context)))
    const refused = told.find(({ ok }) => !ok)
    if (refused && !refused.ok) return refused
  }
  return accept({ permitCount, inboxCount: members.length - permitCount })
}

export const reminderSourceOf = (entryId: string, on: string): string => `${entryId}:${on}`

function tellOne({ _id }: Entry, list: List, { todayOn, now: at }: StaffContext) {
  return inTransaction(async (tx) => {
    const entry = await tx.get<EntryDocument>('list_entries', _id)
    const { memberId } = entry ?? { memberId: null }
    const isDone = !entry?.waitingSince || entry.remindedOn === todayOn
    if (!entry || memberId === null || isDone) return accept(null)
    await tx.put('list_entries', { ...entry, remindedOn: todayOn })
    const { _id: listId, title: listTitle, pickupUntilOn: untilOn } = list
    const pointName = pointOf(entry, list).name
    await tell(tx, {
      ...{ memberId, source: reminderSourceOf(_id, todayOn), at, kind: 'listWaits' },
      facts: { listId, listTitle, pointName, untilOn },
    })
    return accept(null)
  })
}
