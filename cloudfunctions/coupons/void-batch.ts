import type { BatchVoided } from '../../shared/contract/coupon-batches'
import type { coupons } from '../../shared/contract/coupons'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { workingTime } from '../runtime/working-time'
import { type Batch, mayVoid, readBatch, saveBatch } from './batches-in-transaction'
import { revokePages } from './revoke-pages'

/** What a phone waits for; the sweeper does the rest. */
const MAX_WORK_MS = 10_000

/** Ends whatever gives coupons of a batch: another room's, in the same transaction. */
export type EndGiven = (tx: Transaction, batch: Batch, context: StaffContext) => Promise<void>

/**
 * Voids a batch: from this moment nothing more is given of it. What is not used is withdrawn in
 * pages, here and by the sweeper; a coupon that something holds, once that hold is over. Refuses
 * BATCH_NOT_FOUND, STORE_FOREIGN for one of stores that she does not manage, BATCH_VOIDED with
 * when, and SHARE_RULE.
 */
export const voidBatch =
  (endGiven: EndGiven): UseCase<typeof coupons.voidBatch> =>
  async (input, context) => {
    // Each owner reads it.
    const lawful = admitShareText('reason', input.reason)
    if (!lawful.ok) return lawful
    const outcome = await recorded<BatchVoided>(context, { meaning: input }, ({ record }) =>
      inTransaction(async (tx, now) => {
        const voided = await voidIn(tx, input, { context: { ...context, now }, endGiven })
        if (voided.ok) await record(tx, voided.value)
        return voided
      }),
    )
    if (outcome.ok) {
      await revokePages(input.batchId, { ...context, hasTimeLeft: workingTime(MAX_WORK_MS) })
    }
    return outcome
  }

async function voidIn(
  tx: Transaction,
  { batchId, reason }: ParsedInputOf<typeof coupons.voidBatch>,
  { context, endGiven }: { readonly context: StaffContext; readonly endGiven: EndGiven },
): Promise<Outcome<BatchVoided>> {
  const { now: at, staff } = context
  const batch = await readBatch(batchId, tx)
  if (!batch) return refuse('BATCH_NOT_FOUND', { field: 'batchId' })
  if (!mayVoid(batch, context)) return refuse('STORE_FOREIGN')
  if (batch.voided) return refuse('BATCH_VOIDED', { voidedAt: batch.voided.at })
  await endGiven(tx, batch, context)
  const voided = { at, reason, byName: staff.displayName }
  await saveBatch(tx, { ...batch, state: 'voiding', voided, memberIds: [], dueAt: at })
  return accept({ batchId, voidedAt: at, reason })
}
