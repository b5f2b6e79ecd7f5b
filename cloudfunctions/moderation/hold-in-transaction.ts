import type { Transaction } from '../runtime/database'
import type { HeldText } from './repository'

export type Holding = Pick<HeldText, 'kind' | 'subjectId' | 'field' | 'text' | 'authorId'> & {
  /** The request's key, with the field where one request writes several. */
  readonly heldId: string
  readonly authorName: string
  readonly at: number
}

/**
 * Holds a text for a person, in the transaction that would have published it: one write. The
 * subject remembers `heldId` as what it waits for, and publishes nothing until it is approved.
 */
export function holdInTransaction(tx: Transaction, { heldId, ...holding }: Holding): Promise<void> {
  const held: HeldText = {
    _id: heldId,
    ...holding,
    state: 'held',
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    reason: null,
  }
  return tx.insert('held_texts', held)
}
