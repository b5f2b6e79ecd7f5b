import type { HeldKind } from '../moderation/decide-in-transaction'
import type { HeldText } from '../moderation/repository'
import type { Transaction } from '../runtime/database'
import { readDrop } from './repository'
import { standingOf, textFields } from './review'

/** The title and the terms of a drop: once they are approved, its communities see it. */
export const heldDrops: HeldKind = {
  kind: 'drop',
  textTitle: ({ field, text }) => (field === 'title' ? text : '社群福利说明'),
  publish: (tx, held) => decideIn(tx, held, 'approved'),
  giveUp: async (tx, held) => void (await decideIn(tx, held, 'rejected')),
}

/** False when the drop no longer waits for this text, or is cancelled. */
async function decideIn(
  tx: Transaction,
  { _id: heldId, subjectId, field: heldField }: HeldText,
  state: 'approved' | 'rejected',
): Promise<boolean> {
  const drop = await readDrop(subjectId, tx)
  const field = textFields.find((each) => each === heldField)
  if (!drop || !field || drop.cancelledAt !== null) return false
  if (drop.review[field].heldId !== heldId) return false
  const review = { ...drop.review, [field]: { state, heldId } }
  await tx.put('drops', { ...drop, ...standingOf(review) })
  return true
}
