import type { OutputOf } from '../../shared/contract/endpoint'
import type { listArrival } from '../../shared/contract/list-arrival'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { isShared } from '../../shared/lists/payable'
import { accept, refuse } from '../../shared/refusal'
import { wechatToldAmong } from '../messages/repository'
import { messageIdOf } from '../messages/tell-in-transaction'
import type { UseCase } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import type { Entry, EntryDocument } from './list-document'
import { reminderSourceOf } from './remind'
import { listAtDesk } from './repository'

type Row = OutputOf<typeof listArrival.reached>['entries'][number]

/**
 * Who was reached of its arrival, by number: on WeChat, in the inbox alone, or not at all. Who
 * waits for more to come, or for the share-out that is under way, was not told yet.
 */
export const listReached: UseCase<typeof listArrival.reached> = async (input, context) => {
  const after = input.cursor === undefined ? 0 : Number(input.cursor)
  if (!Number.isSafeInteger(after)) return refuse('INPUT_INVALID', { field: 'cursor' })
  const list = await listAtDesk(input.listId, context)
  if (!list.ok) return list
  const filter = { listId: input.listId, state: 'joined', entryNo: command.gt(after) }
  const order = { orderBy: ['entryNo', 'asc'], limit: PAGE_SIZE_ROWS + 1 } as const
  const found = await findWhere<EntryDocument>('list_entries', filter, order)
  const shown = found.slice(0, PAGE_SIZE_ROWS)
  const told = await wechatToldAmong(shown.flatMap(messageIdsOf))
  const isMore = found.length > shown.length
  return accept({
    entries: shown.map((entry) => rowOf(entry, told)),
    nextCursor: isMore ? String(shown.at(-1)?.entryNo) : null,
  })
}

/** Of its arrival, and of the last reminder. */
function messageIdsOf({ _id, memberId, remindedOn }: Entry): string[] {
  if (memberId === null) return []
  const arrived = messageIdOf({ kind: 'listArrived', source: _id, memberId })
  if (remindedOn === undefined) return [arrived]
  const source = reminderSourceOf(_id, remindedOn)
  return [arrived, messageIdOf({ kind: 'listWaits', source, memberId })]
}

function rowOf(entry: Entry, told: ReadonlySet<string>): Row {
  const { entryNo, name, lines } = entry
  const ids = messageIdsOf(entry)
  if (ids.length === 0) return { entryNo, name, way: 'none' }
  if (!isShared(lines)) return { entryNo, name, way: 'notYet' }
  return { entryNo, name, way: ids.some((id) => told.has(id)) ? 'wechat' : 'inbox' }
}
