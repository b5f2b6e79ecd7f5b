/** What coupons are stored in: themselves, what they are made from, how they are given. */
import { by, type CollectionDeclaration, declare, rising, unique } from './declaration'

export const couponCollections = {
  coupons: declare(
    'coupons',
    [
      by('mergeId', ['mergeId', 1]),
      rising('memberExpiry', 'memberId', 'expiresOn'),
      rising('source', 'source.kind', 'source.id'),
      unique('couponCode', 'couponCode'),
      unique('claimKey', 'claimKey'),
      unique('requestKey', 'requestKey'),
      /** Who has which slot of a drop in a community. */
      rising('claims', 'source.id', 'communityId'),
      rising('batchState', 'batchId', 'state'),
      /** What the drops of one community gave, and what came of it. */
      rising('communityState', 'communityId', 'state'),
      rising('stateHeldUntil', 'state', 'heldBy.untilAt'),
    ],
    // What she gave to a friend is gone like what she used.
    { memberBy: 'memberId', followsUnlessUsed: ['usedAt', 'transferred.at'] },
  ),
  /** Coupons that were given out together: `_id` is the request's key, or the drop's. */
  coupon_batches: declare('coupons', [rising('stateDue', 'state', 'dueAt'), by('at', ['at', -1])]),
  /** Coupons that a friend may take: `_id` is what the link names. */
  coupon_offers: declare(
    'coupons',
    [rising('stateUntil', 'state', 'untilAt'), rising('untilAt', 'untilAt')],
    { memberBy: 'giverId', personal: ['giverName'], keptDays: 30 },
  ),
  /** What coupons are made from, as it was last published; a coupon keeps a copy. */
  coupon_templates: declare('coupons'),
  /** Every version of every template, append-only: `_id` is `{template}:{version}`. */
  coupon_template_versions: declare('coupons'),
  /** What a manager is about to change of a template: `_id` is the template's. */
  coupon_template_drafts: declare('coupons'),
} as const satisfies Record<string, CollectionDeclaration>
