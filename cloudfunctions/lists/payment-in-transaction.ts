import { accept } from '../../shared/refusal'
import type { PaidKind } from '../payments/order-document'
import { lapseEntry, payEntry } from './pay-entry'

/** Entries of lists that are paid online: what they hold is in their list's book. */
export const entryPayments: PaidKind = {
  what: 'entry',
  pay: () => Promise.resolve(accept('later')),
  settle: payEntry,
  lapse: (order, { now }) => lapseEntry(order, now),
}
