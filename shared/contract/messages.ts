import * as v from 'valibot'
import type { ReadableMessage } from '../messages/message'
import { endpoint } from './endpoint'
import { cursor, documentId, instant } from './fields'

export interface MessageView extends ReadableMessage {
  messageId: string
  at: number
  /** Null while she has not read it. */
  readAt: number | null
}

export interface MessageList {
  serverNow: number
  /** Of all her messages; counted up to `MAX_COUNTED_UNREAD`, which stands for more. */
  unreadCount: number
  messages: MessageView[]
  nextCursor: string | null
}

export interface ReadAnswer {
  /** What is left, counted as in the list. */
  unreadCount: number
}

export const messages = {
  /** The newest first. */
  list: endpoint<MessageList>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** One of them, all up to an instant, or both; what was read before stays as it is. */
  read: endpoint<ReadAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ messageId: v.optional(documentId), untilAt: v.optional(instant) }),
  }),
}
