import { accept } from '../../shared/refusal'
import type { Context } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type AdjustmentDocument, bookAdjustment, ripeAdjustments } from './adjustments'

const PAGE_ADJUSTMENTS = 20

/**
 * Books the large adjustments of a shop with one manager whose 24 hours are over. What the books
 * refuse is rejected with the reason, so that it does not wait for ever. Answers how many it
 * settled; killed anywhere and run again, it goes on where it was.
 */
export async function ripenAdjustments(
  context: Pick<Context, 'now' | 'todayOn' | 'shop'>,
): Promise<number> {
  const { now } = context
  const ripe = await ripeAdjustments(now, PAGE_ADJUSTMENTS)
  for (const { _id } of ripe) {
    const outcome = await inTransaction(async (tx) => {
      const known = await tx.get<AdjustmentDocument>('points_adjustments', _id)
      if (known?.state !== 'waiting') return accept(null)
      const booked = await bookAdjustment(tx, known, context)
      if (!booked.ok) return booked
      const decided = { staffId: null, staffName: null, at: now, refusal: null }
      await tx.put('points_adjustments', { ...known, state: 'booked', decided })
      return accept(null)
    })
    if (outcome.ok || outcome.code === 'BUSY' || outcome.code === 'ALREADY_THERE') continue
    const refusal = outcome.code
    await inTransaction(async (tx) => {
      const known = await tx.get<AdjustmentDocument>('points_adjustments', _id)
      if (known?.state !== 'waiting') return accept(null)
      const decided = { staffId: null, staffName: null, at: now, refusal }
      await tx.put('points_adjustments', { ...known, state: 'rejected', decided })
      return accept(null)
    })
  }
  return ripe.length
}
