import { createHash } from 'node:crypto'
import type { Told } from '../../shared/messages/message'
import type { Transaction } from '../runtime/database'
import type { Message } from './repository'

/** What happened, to whom, and what made it happen. */
export type Telling = Told & {
  readonly memberId: string
  /** The event's own id, e.g. of the offer that was accepted: each is one message. */
  readonly source: string
  readonly at: number
}

/**
 * Puts a message into the member's inbox in the transaction that causes it: both happen, or
 * neither. Told again, it is one message and news again: a key that is taken is never a reason why
 * what is told of cannot happen.
 */
export function tell(tx: Transaction, telling: Telling): Promise<void> {
  return tx.put('messages', messageOf(telling))
}

function messageOf({ memberId, source, at, ...told }: Telling): Message {
  // An event's own id may be as long as a key can be.
  const key = createHash('sha256').update(`${told.kind}:${source}:${memberId}`).digest('hex')
  return { ...told, _id: key.slice(0, 32), memberId, mergeId: null, at, readAt: null }
}
