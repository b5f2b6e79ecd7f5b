import { createHash } from 'node:crypto'
import { type Told, templateKeyOf } from '../../shared/messages/message'
import type { Transaction } from '../runtime/database'
import type { Message } from './repository'

/** What happened, to whom, and what made it happen. */
export type Telling = Told & {
  readonly memberId: string
  /** The event's own id, e.g. of the offer that was accepted: each is one message. */
  readonly source: string
  readonly at: number
  /** After this instant WeChat tells her no more; without it there is always time. */
  readonly isNewsUntilAt?: number
}

/**
 * Puts a message into the member's inbox in the transaction that causes it, and notes there whether
 * WeChat may tell her as well, which `send-due.ts` does later: all of it happens, or nothing. Told
 * again, it is one message and news again: a key that is taken is never a reason why what is told
 * of cannot happen.
 */
export function tell(tx: Transaction, telling: Telling): Promise<void> {
  return tx.put('messages', messageOf(telling))
}

/** The one message of an event to somebody. */
export function messageIdOf({
  kind,
  source,
  memberId,
}: Pick<Telling, 'kind' | 'source' | 'memberId'>): string {
  // An event's own id may be as long as a key can be.
  const text = `${kind}:${source}:${memberId}`
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function messageOf({ memberId, source, at, isNewsUntilAt, ...told }: Telling): Message {
  const _id = messageIdOf({ kind: told.kind, source, memberId })
  const templateKey = templateKeyOf(told.kind)
  const delivery = templateKey === null ? 'inboxOnly' : 'waiting'
  const sending = { templateKey, delivery, isNewsUntilAt: isNewsUntilAt ?? null } as const
  return { ...told, ...sending, _id, memberId, mergeId: null, at, readAt: null }
}
