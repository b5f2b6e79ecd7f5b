import type { WalletCoupon } from '../../shared/contract/coupons'
import { noLimits } from '../../shared/coupons/coupon-limits'

type AmountOffInWallet = Extract<WalletCoupon, { kind: 'amountOff' }>

/** Five yuan off thirty, as a wallet shows it; what differs is named. */
export function walletCoupon(part: Partial<AmountOffInWallet> = {}): AmountOffInWallet {
  return {
    ...{ couponId: 'c1', title: '满30减5元券', kind: 'amountOff', faceFen: 500 },
    ...{ face: '¥5', sentence: '满30减5元', thresholdFen: 3_000, limits: noLimits },
    ...{ limitWords: [], stackGroup: null, state: 'issued', usedAt: null, heldUntilAt: null },
    ...{ validFromOn: '2026-11-20', expiresOn: '2026-12-20' },
    ...{ couponCode: null, isTransferable: false, offerId: null, revoked: null },
    ...part,
  }
}
