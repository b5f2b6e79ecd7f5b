import { accept } from '../../shared/refusal'
import type { PaidKind } from '../payments/order-document'
import { inTransaction } from '../runtime/database'
import { giveBackUnits } from '../runtime/unit-sweeper'
import { readRedemption, stock } from './repository'
import { undoRedemption } from './undo-redemption'

/** A redeemed reward of which a part is paid in money. */
export const redemptionPayments: PaidKind = {
  what: 'redemption',
  pay: async (tx, { thingId }) => {
    const redemption = await readRedemption(thingId, tx)
    if (redemption?.state !== 'unpaid') return accept('gone')
    await tx.put('redemptions', { ...redemption, state: 'waiting' })
    return accept('stands')
  },
  // It knows since it was paid.
  settle: () => Promise.resolve(accept(true)),
  lapse: async ({ thingId }, context) => {
    const outcome = await inTransaction(async (tx) => {
      const redemption = await readRedemption(thingId, tx)
      if (redemption?.state !== 'unpaid') return accept(null)
      const reason = 'redemptionLapsed' as const
      const undone = await undoRedemption(tx, redemption, { state: 'lapsed', reason, context })
      return undone.ok ? accept(redemption) : undone
    })
    // Should this be killed here, the sweeper of stock finds the unit by its date.
    if (outcome.ok && outcome.value) await giveBackUnits(stock, outcome.value, context.now)
    return outcome
  },
}
