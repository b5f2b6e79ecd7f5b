import type { CancelAnswer, mall } from '../../shared/contract/mall'
import { admitCancel } from '../../shared/redemption'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { type Redemption, readRedemption } from './repository'
import { returnStock, undoRedemption } from './undo-redemption'

/**
 * Cancels a redemption that was not fetched: points go back to their lots, stock returns. Refuses
 * REDEMPTION_NOT_FOUND (somebody else's too), REDEMPTION_COLLECTED, REDEMPTION_CANCELLED.
 */
export const cancelRedemption: UseCase<typeof mall.cancelRedemption> = async (input, context) => {
  const seen = ownOf(await readRedemption(input.redemptionId), context)
  if (!seen) return refuse('REDEMPTION_NOT_FOUND')
  const before = decide(seen, context)
  if (!before.ok) return before
  if (before.value) return accept(before.value)
  const outcome = await inTransaction((tx) => cancelIn(tx, input.redemptionId, context))
  if (outcome === 'duplicate') return refuse('BUSY')
  if (outcome.ok && outcome.value.cancelledAt === context.now) {
    await returnStock(seen, context.now)
  }
  return outcome
}

async function cancelIn(
  tx: Transaction,
  redemptionId: string,
  context: MemberContext,
): Promise<Outcome<CancelAnswer>> {
  const redemption = ownOf(await readRedemption(redemptionId, tx), context)
  if (!redemption) return refuse('REDEMPTION_NOT_FOUND')
  const decided = decide(redemption, context)
  if (!decided.ok) return decided
  if (decided.value) return accept(decided.value)
  const { requestKey } = context
  const reason = 'redemptionCancelled' as const
  const undoing = { state: 'cancelled', reason, requestKey, context } as const
  return accept(await undoRedemption(tx, redemption, undoing))
}

/** The first answer when this very request cancelled it; null when it may be cancelled now. */
function decide(redemption: Redemption, context: MemberContext): Outcome<CancelAnswer | null> {
  const { cancelled } = redemption
  if (cancelled?.requestKey === context.requestKey) return accept(cancelled.answer)
  const admitted = admitCancel(redemption, context.todayOn)
  return admitted.ok ? accept(null) : admitted
}

function ownOf(redemption: Redemption | null, context: MemberContext): Redemption | null {
  return redemption?.memberId === context.memberId ? redemption : null
}
