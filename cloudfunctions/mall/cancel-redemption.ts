import type { CancelAnswer, mall } from '../../shared/contract/mall'
import { admitCancel } from '../../shared/mall/redemption'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import { readRedemption } from './repository'
import { returnStock, undoRedemption } from './undo-redemption'

/**
 * Cancels a redemption that was not fetched: points go back to their lots, stock returns. Refuses
 * REDEMPTION_NOT_FOUND (somebody else's too), REDEMPTION_COLLECTED, REDEMPTION_CANCELLED.
 */
export const cancelRedemption: UseCase<typeof mall.cancelRedemption> = (
  { redemptionId },
  context,
) =>
  recorded<CancelAnswer>(context, { meaning: { redemptionId } }, ({ record }) =>
    cancel(redemptionId, context, record),
  )

async function cancel(
  redemptionId: string,
  context: MemberContext,
  record: Recorder<CancelAnswer>,
): Promise<Outcome<CancelAnswer>> {
  const outcome = await inTransaction(async (tx) => {
    const redemption = await readRedemption(redemptionId, tx)
    if (redemption?.memberId !== context.memberId) return refuse('REDEMPTION_NOT_FOUND')
    const admitted = admitCancel(redemption, context.todayOn)
    if (!admitted.ok) return admitted
    const reason = 'redemptionCancelled' as const
    const undoing = { state: 'cancelled', reason, context } as const
    const answer = await undoRedemption(tx, redemption, undoing)
    if (!answer.ok) return answer
    await record(tx, answer.value)
    return accept({ redemption, answer: answer.value })
  })
  if (!outcome.ok) return outcome
  const { redemption, answer } = outcome.value
  await returnStock(redemption, context.now)
  return accept(answer)
}
