/** What the points mall is stored in. */
import { by, type CollectionDeclaration, declare, rising, unique } from './declaration'

export const mallCollections = {
  /** What points become; `_id` is the request's key. */
  rewards: declare('mall', [
    rising('sortOrder', 'sortOrder'),
    rising('markedAt', 'markedAt'),
    /** Whose picture WeChat still looks at. */
    rising('askedAt', 'askedAt'),
  ]),
  /** What managers changed of rewards and their stock, append-only: `_id` is the request's key. */
  reward_changes: declare('mall', [by('rewardAt', ['rewardId', 1], ['at', -1])]),
  redemptions: declare(
    'mall',
    [
      by('mergeId', ['mergeId', 1]),
      unique('pickupCode', 'pickupCode'),
      by('memberRedeemed', ['memberId', 1], ['redeemedAt', -1]),
      rising('stateExpiry', 'state', 'expiresOn'),
      /** Which store handed over what, for the clearing between stores. */
      rising('collectedAt', 'collected.at'),
      rising('stockDueAt', 'stockDueAt'),
    ],
    {
      memberBy: 'memberId',
      followsUnlessUsed: ['cancelled.at'],
      personal: ['maskedName'],
    },
  ),
} as const satisfies Record<string, CollectionDeclaration>
