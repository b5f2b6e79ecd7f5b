import { paymentsOf } from './payments-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

export function paymentTwins(shop: ShopUnderTest): Own<'payments'> {
  const { unpaid, started } = paymentsOf(() => shop)
  const flagged = async () => {
    const [flagId, at] = [shop.fresh('flag'), shop.nowMs()]
    const said = { orderedFen: 990, saidFen: 1, words: null, at, seen: null }
    const flag = { reason: 'wrongAmount', orderId: 'an-order', what: 'redemption', title: '礼品' }
    await shop.local.engine.insert('payment_flags', [{ _id: flagId, ...flag, ...said }])
    return { flagId }
  }
  return {
    // Nature's key, the thing, leaves nothing else that the request could mean.
    'payments.start': async () => {
      const { who, redemptionId } = await unpaid()
      return { as: who, input: { what: 'redemption', thingId: redemptionId } }
    },
    'payments.show': async () => {
      const { who, redemptionId } = await started()
      return { as: who, input: { what: 'redemption', thingId: redemptionId } }
    },
    'payments.flags': async () => ({ as: manager, input: { cursor: '9999999999999' } }),
    'payments.seeFlag': async () => ({
      as: manager,
      input: await flagged(),
      another: await flagged(),
    }),
  }
}
