/** What payments by WeChat are stored in. */
import { by, type CollectionDeclaration, declare, rising } from './declaration'

export const paymentCollections = {
  /**
   * Money that was asked for, and what became of it: `_id` is its name at WeChat. It stays with who
   * paid, also when her membership is merged: a refund goes back to that phone.
   */
  payment_orders: declare(
    'payments',
    [rising('dueAt', 'dueAt'), by('memberAt', ['memberId', 1], ['createdAt', -1])],
    { memberBy: 'memberId' },
  ),
  /** Money that a person must look at: `_id` is a hash of the reason and the order. */
  payment_flags: declare('payments', [by('at', ['at', -1])]),
} as const satisfies Record<string, CollectionDeclaration>
