import type { HeldKind } from '../moderation/decide-in-transaction'
import type { HeldText } from '../moderation/repository'
import type { Transaction } from '../runtime/database'
import { changeReward, faceFields, readReward } from './reward-document'

/** Words and pictures of rewards: members see them once both are approved. */
export const heldRewards: HeldKind = {
  kind: 'reward',
  textTitle: ({ field }) => (field === 'picture' ? '礼品图片' : '礼品文字'),
  publish: (tx, held, { now }) => decideIn(tx, held, { state: 'fine', now }),
  // Members go on seeing what they saw; its managers see what was rejected, and write another.
  giveUp: async (tx, held, { now }) => void (await decideIn(tx, held, { state: 'rejected', now })),
}

/** False when the reward no longer waits for this one. */
async function decideIn(
  tx: Transaction,
  { _id: heldId, subjectId, field }: HeldText,
  { state, now }: { readonly state: 'fine' | 'rejected'; readonly now: number },
): Promise<boolean> {
  const waiting = (await readReward(subjectId, tx))?.waiting
  const part = field === 'picture' ? 'look' : 'words'
  if (!waiting || waiting[part].heldId !== heldId) return false
  const decided = { ...waiting, [part]: { state, heldId } }
  await changeReward(tx, subjectId, faceFields(decided, now))
  return true
}
