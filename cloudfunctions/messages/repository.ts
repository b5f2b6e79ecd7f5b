/** Every member's inbox; who tells her something does it by `tell-in-transaction.ts`. */
import type { MessageView } from '../../shared/contract/messages'
import { MAX_COUNTED_UNREAD } from '../../shared/limits'
import { readableMessage, type Told } from '../../shared/messages/message'
import type { TemplateKey } from '../../shared/messages/template'
import type { Belonging } from '../runtime/belongings'
import {
  aggregate,
  changeIf,
  changeThose,
  command,
  findWhere,
  getById,
  type Stored,
} from '../runtime/database'
import type { Fleeting } from '../runtime/retention'

/**
 * What became of a message on its way to WeChat; in the inbox it is whatever this says. It is
 * `sending` before the platform is asked, and only `waiting` ones are taken up: whatever dies in
 * between, none is sent twice. `unsure`: no answer came, which counts as sent.
 */
export type Delivery =
  | 'inboxOnly'
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'unsure'
  | 'noPermit'
  | 'refused'
  | 'failed'
  | 'late'

export type MessageDocument = Told &
  Belonging & {
    readonly at: number
    readonly readAt: number | null
    readonly templateKey: TemplateKey | null
    readonly delivery: Delivery
    /** After it nobody is told any more. */
    readonly isNewsUntilAt: number | null
  }
export type Message = Stored<MessageDocument>

/** Where a message stands in its inbox; several may be of one instant. */
export type MessagePlace = Pick<Message, 'at' | '_id'>

const PAGE_UNREAD = 100
/** More than an inbox holds; what is left is still counted as unread. */
const MAX_PAGES_UNREAD = 10

/** What nobody looks up any more, read or not. */
export const oldMessages: Fleeting = { collection: 'messages', datedBy: { at: 'at' } }

/** A member's messages after a place in her inbox, the newest first. */
export function messagesAfter(
  memberId: string,
  page: { readonly place: MessagePlace | null; readonly limit: number },
): Promise<Message[]> {
  const { place, limit } = page
  const older = { memberId, at: command.lt(place?.at ?? 0) }
  const sameInstant = { memberId, at: place?.at, _id: command.lt(place?._id ?? '') }
  const filter = place === null ? { memberId } : command.or([older, sameInstant])
  const orders = { orderBy: ['at', 'desc'], thenBy: ['_id', 'desc'] } as const
  return findWhere<MessageDocument>('messages', filter, { ...orders, limit })
}

/** How many she has not read, up to what is still told apart. */
export async function countUnread(memberId: string): Promise<number> {
  const [counted] = await aggregate<{ count: number }>('messages', [
    ['match', { memberId, readAt: null }],
    ['limit', MAX_COUNTED_UNREAD],
    ['group', { _id: null, count: command.aggregate.sum(1) }],
  ])
  return counted?.count ?? 0
}

/** A message of this member; somebody else's is as absent as one that never was. */
export async function messageFor(memberId: string, messageId: string): Promise<Message | null> {
  const message = await getById<MessageDocument>('messages', messageId)
  return message?.memberId === memberId ? message : null
}

/** True when it was unread, and hers. */
export function markRead(memberId: string, messageId: string, now: number): Promise<boolean> {
  return changeIf('messages', { _id: messageId, memberId, readAt: null }, { readAt: now })
}

/** Everything of hers up to an instant, in pages: killed anywhere, the rest is still unread. */
export async function markReadUntil(memberId: string, untilAt: number, now: number): Promise<void> {
  const unread = { memberId, readAt: null, at: command.lte(untilAt) }
  for (let page = 0; page < MAX_PAGES_UNREAD; page += 1) {
    const limits = { orderBy: ['at', 'desc'], limit: PAGE_UNREAD } as const
    const found = await findWhere<MessageDocument>('messages', unread, limits)
    if (found.length === 0) return
    const ids = found.map(({ _id }) => _id)
    await changeThose('messages', { ...unread, _id: command.in(ids) }, { readAt: now })
    if (found.length < PAGE_UNREAD) return
  }
}

/** A condition names at most a hundred values. */
const PART_VALUES = 100

/** Those of some messages that went out on WeChat, as far as anybody knows. */
export async function wechatToldAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const told = new Set<string>()
  for (let from = 0; from < ids.length; from += PART_VALUES) {
    const _id = command.in(ids.slice(from, from + PART_VALUES))
    const sent = { _id, delivery: command.in(['sent', 'unsure']) }
    const found = await findWhere<MessageDocument>('messages', sent, { limit: PART_VALUES })
    for (const message of found) told.add(message._id)
  }
  return told
}

export async function isAnyWaiting(keys: readonly TemplateKey[]): Promise<boolean> {
  const waiting = { delivery: 'waiting', templateKey: command.in([...keys]) }
  return (await findWhere<MessageDocument>('messages', waiting, { limit: 1 })).length > 0
}

/** Those that wait for one template, the oldest first. */
export function messagesToSend(templateKey: TemplateKey, limit: number): Promise<Message[]> {
  const waiting = { delivery: 'waiting', templateKey }
  return findWhere<MessageDocument>('messages', waiting, { orderBy: ['at', 'asc'], limit })
}

/** Says of those that still wait what became of them; answers of how many. */
export function settleWaiting(ids: readonly string[], delivery: Delivery): Promise<number> {
  if (ids.length === 0) return Promise.resolve(0)
  const waiting = { _id: command.in([...ids]), delivery: 'waiting' }
  return changeThose('messages', waiting, { delivery })
}

/** True when it was on the one side and is now on the other. */
export function moveDelivery(messageId: string, from: Delivery, to: Delivery): Promise<boolean> {
  return changeIf('messages', { _id: messageId, delivery: from }, { delivery: to })
}

export function messageViewOf({ _id, at, readAt, kind, ...rest }: Message): MessageView {
  return { messageId: _id, kind, ...readableMessage({ kind, facts: rest.facts }), at, readAt }
}
