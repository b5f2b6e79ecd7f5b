import type { messages } from '../../shared/contract/messages'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { countUnread, markRead, markReadUntil, messageFor } from './repository'

/**
 * Marks as read one message, all up to an instant, or both: each by a conditional change that
 * leaves what was read before. Refuses MESSAGE_NOT_FOUND for one that is not hers.
 */
export const readMessages: UseCase<typeof messages.read> = async (input, context) => {
  const { messageId, untilAt } = input
  const { member, now } = context
  if (messageId === undefined && untilAt === undefined) {
    return refuse('INPUT_INVALID', { field: 'messageId' })
  }
  if (messageId !== undefined && !(await markRead(member._id, messageId, now))) {
    if (!(await messageFor(member._id, messageId))) return refuse('MESSAGE_NOT_FOUND')
  }
  if (untilAt !== undefined) await markReadUntil(member._id, untilAt, now)
  return accept({ unreadCount: await countUnread(member._id) })
}
