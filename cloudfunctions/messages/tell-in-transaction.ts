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

function messageOf({ memberId, source, at, isNewsUntilAt, ...told }: Telling): Message {
  // An event's own id may be as long as a key can be.
  const key = createHash('sha256').update(`${told.kind}:${source}:${memberId}`).digest('hex')
  const templateKey = templateKeyOf(told.kind)
  const delivery = templateKey === null ? 'inboxOnly' : 'waiting'
  const sending = { templateKey, delivery, isNewsUntilAt: isNewsUntilAt ?? null } as const
  return { ...told, ...sending, _id: key.slice(0, 32), memberId, mergeId: null, at, readAt: null }
}
