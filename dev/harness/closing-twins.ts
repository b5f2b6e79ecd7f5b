import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** A till of its own for each, so that one signature does not stand in another's way. */
export function closingTwins(shop: ShopUnderTest): Own<'closings'> {
  const businessOn = '2026-03-10'
  const day = () => ({ storeId: EAST, businessOn, tillNo: shop.fresh('till') })
  return {
    'closings.closing': async () => ({ as: clerk, input: day() }),
    'closings.closings': async () => ({
      as: manager,
      input: { storeId: EAST, tillNo: '1', cursor: '2026-03-10:1' },
    }),
    'closings.signClosing': async () => {
      const input = { ...day(), ...agreeing, receiptList: '10023 35.80', note: '核对无误' }
      return { as: clerk, input, another: { ...input, footfallCount: 6 } }
    },
  }
}

/** What a till without sales to members says, and what was seen of our books. */
export const agreeing = {
  receiptCount: 1,
  amountFen: 3_580,
  refundFen: 0,
  couponFen: 0,
  pointsFen: 0,
  nonMemberCount: 1,
  nonMemberFen: 3_580,
  footfallCount: 5,
  seenCount: 0,
  seenPaidFen: 0,
  seenRefundFen: 0,
}
