import type { AdjustmentRow, points } from '../../shared/contract/points'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import {
  type Adjustment,
  type AdjustmentDocument,
  adjustmentRowOf,
  bookAdjustment,
} from './adjustments'

/**
 * A second manager agrees to a large adjustment, or rejects it; the one who asked may withdraw it.
 * Refuses ADJUSTMENT_NOT_FOUND, ADJUSTMENT_DECIDED, SELF_SERVICE, and what the books refuse.
 */
export const approveAdjustment: UseCase<typeof points.approveAdjustment> = (input, context) =>
  recorded<AdjustmentRow>(context, { meaning: { ...input } }, ({ record }) =>
    inTransaction(async (tx) => {
      const known = await tx.get<AdjustmentDocument>('points_adjustments', input.adjustmentId)
      if (!known) return refuse('ADJUSTMENT_NOT_FOUND')
      const outcome = await decideIn(tx, known, { verdict: input.verdict, context })
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )

async function decideIn(
  tx: Transaction,
  adjustment: Adjustment,
  { verdict, context }: { verdict: 'approve' | 'reject'; context: StaffContext },
): Promise<Outcome<AdjustmentRow>> {
  const { staff, memberId, now } = context
  const { state, askedBy } = adjustment
  if (state !== 'waiting') return refuse('ADJUSTMENT_DECIDED', { state })
  const isOwn = askedBy === memberId || adjustment.memberId === memberId
  if (verdict === 'approve' && isOwn) return refuse('SELF_SERVICE')
  if (verdict === 'approve') {
    const booked = await bookAdjustment(tx, { ...adjustment, agreedBy: memberId }, context)
    if (!booked.ok) return booked
  }
  const decided: Adjustment = {
    ...adjustment,
    state: verdict === 'approve' ? 'booked' : 'rejected',
    decided: { staffId: staff._id, staffName: staff.displayName, at: now, refusal: null },
  }
  await tx.put('points_adjustments', decided)
  return accept(adjustmentRowOf(decided))
}
