import type { messages } from '../../shared/contract/messages'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { countUnread, type MessagePlace, messagesAfter, messageViewOf } from './repository'

/** A page of the member's inbox, the newest first, and how many she has not read. */
export const showInbox: UseCase<typeof messages.inbox> = async ({ cursor }, context) => {
  const { member, now: serverNow } = context
  const place = cursor === undefined ? null : placeIn(cursor)
  if (place === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const [found, unreadCount] = await Promise.all([
    messagesAfter(member._id, { place, limit: PAGE_SIZE_ROWS + 1 }),
    countUnread(member._id),
  ])
  const page = found.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    ...{ serverNow, unreadCount },
    messages: page.map(messageViewOf),
    nextCursor: found.length > PAGE_SIZE_ROWS && last ? cursorOf(last) : null,
  })
}

/** A void of a whole batch tells one member many things at one instant. */
function cursorOf({ at, _id }: MessagePlace): string {
  return `${at}:${_id}`
}

function placeIn(cursor: string): MessagePlace | undefined {
  const [, at = '', _id = ''] = /^(\d{1,15}):([0-9a-f]{32})$/.exec(cursor) ?? []
  return _id === '' ? undefined : { at: Number(at), _id }
}
