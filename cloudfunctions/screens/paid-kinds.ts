import { entryPayments } from '../lists/payment-in-transaction'
import { redemptionPayments } from '../mall/payment-in-transaction'
import type { PaidKind } from '../payments/order-document'

/** All that is paid for by WeChat, one row each. */
export const paidKinds: readonly PaidKind[] = [redemptionPayments, entryPayments]
