import * as v from 'valibot'
import type { MessageKind, ReadableMessage } from '../messages/message'
import type { Reach } from '../messages/reach'
import type { TemplateKey } from '../messages/template'
import { endpoint } from './endpoint'
import { cursor, documentId, instant, nothing, permitAnswers, templateKey } from './fields'

export interface MessageView extends ReadableMessage {
  messageId: string
  kind: MessageKind
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

/** What she allows still of one kind. */
export interface PermitView {
  templateKey: TemplateKey
  title: string
  /** Of the console, for WeChat's sheet; null: the shop has not chosen one, so nobody asks. */
  templateId: string | null
  leftCount: number
}

export interface PermitsAnswer {
  /** What is left of each kind that was answered. */
  permits: { templateKey: TemplateKey; leftCount: number }[]
}

export interface PermitList {
  serverNow: number
  permits: PermitView[]
  /** She has said no lately and is left in peace until then; null: she may be asked. */
  askableFromAt: number | null
}

export interface Forecast extends Reach {
  /** The shop has chosen a template for it; without one it reaches nobody. */
  hasTemplate: boolean
  sentence: string
}

export const messages = {
  /** The newest first. */
  inbox: endpoint<MessageList>()({
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
  /** What WeChat's sheet answered; `acceptWithAudio` and its like are an `accept`. */
  recordPermits: endpoint<PermitsAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ answers: permitAnswers }),
  }),
  permits: endpoint<PermitList>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  /** Before a launch: how many are told, and how many of them WeChat may tell, too. */
  forecast: endpoint<Forecast>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ templateKey }),
  }),
}
