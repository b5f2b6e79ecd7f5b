/** The collections of purchases; see `collections.ts`. */
import { by, type CollectionDeclaration, declare, rising, unique } from './declaration'

export const purchaseCollections = {
  purchases: declare(
    'purchases',
    [
      // Three for the day's closing: its day, what was booked late, what was refunded.
      rising('storeDayTill', 'storeId', 'businessOn', 'tillNo'),
      rising('storeTillBooked', 'storeId', 'tillNo', 'bookedAt'),
      rising('storeTillRefunded', 'storeId', 'tillNo', 'lastRefundedAt'),
      by('mergeId', ['mergeId', 1]),
      // One receipt however its number is spelled.
      rising('storeDayReceipt', 'storeId', 'businessOn', 'receiptFold'),
      unique('receiptKey', 'receiptKey'),
      by('storeSettled', ['storeId', 1], ['settledAt', -1]),
      // What somebody looks for in the list of a store's purchases: the newest first of each.
      by('storeReceipt', ['storeId', 1], ['receiptNo', 1], ['settledAt', -1]),
      by('storeBill', ['storeId', 1], ['bill.billFen', 1], ['settledAt', -1]),
      by('storePaid', ['storeId', 1], ['bill.paidFen', 1], ['settledAt', -1]),
      by('storeName', ['storeId', 1], ['maskedName', 1], ['settledAt', -1]),
      by('memberSettled', ['memberId', 1], ['settledAt', -1]),
    ],
    {
      memberBy: 'memberId',
      followsUnlessUsed: ['bookedAt', 'lastRefundedAt'],
      personal: ['maskedName'],
    },
  ),
  /** Points that staff proposed to take off a bill; `_id` is its request's key. */
  points_proposals: declare(
    'purchases',
    [
      rising('usedProposed', 'purchaseId', 'proposedAt'),
      by('memberProposed', ['memberId', 1], ['proposedAt', -1]),
    ],
    { memberBy: 'memberId', keptDays: 30 },
  ),
} as const satisfies Record<string, CollectionDeclaration>
