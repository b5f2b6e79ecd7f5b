/**
 * Every collection with its owner folder, its indexes and its rule for clients. The local cloud
 * creates them from here and the deploy step will; `_id` is always indexed and unique.
 * A field of a unique index is present in every document: a missing one counts as null, and two
 * nulls collide (docs/decisions.md, "The platform").
 */
import { couponCollections } from './coupon-collections'
import { by, type CollectionDeclaration, declare, rising } from './declaration'
import { giftCollections } from './gift-collections'
import { listCollections } from './list-collections'
import { mallCollections } from './mall-collections'
import { memberCollections } from './member-collections'
import { paymentCollections } from './payment-collections'
import { purchaseCollections } from './purchase-collections'
import { shopCollections } from './shop-collections'

export const collections = {
  /** The shop's editable data: name, stores, rules, gifts; `_id` names the document. */
  config: declare('runtime'),
  ...memberCollections,
  points_accounts: declare(
    'points',
    [
      /** Who has not bought for so long. */
      rising('lastBought', 'care.lastBoughtOn', '_id'),
      rising('nextExpiresOn', 'nextExpiresOn'),
      rising('nextReleasesOn', 'nextReleasesOn'),
      rising('nextNoticeOn', 'nextNoticeOn'),
      /** Whose level is to be looked at: by its date, and after its rule has changed. */
      rising('tierNextOn', 'tier.nextOn'),
      rising('tierVersion', 'tier.version'),
    ],
    { memberBy: '_id' },
  ),
  points_entries: declare(
    'points',
    [
      {
        name: 'memberSeq',
        fields: [
          ['memberId', 1],
          ['seq', -1],
        ],
        unique: true,
      },
      /** What the balance was on a date. */
      by('memberOn', ['memberId', 1], ['on', -1], ['seq', -1]),
      /** All entries of one day, to look at its certificate again. */
      rising('onId', 'on', '_id'),
      /** The few entries that made a debt. */
      by('memberDebt', ['memberId', 1], ['debtChangePoints', -1]),
    ],
    { memberBy: 'memberId' },
  ),
  /** Every adjustment by hand, also the ones that wait for approval; `_id` is its request's key. */
  points_adjustments: declare(
    'points',
    [by('askedAt', ['askedAt', -1]), rising('stateRipens', 'state', 'ripensAt')],
    { memberBy: 'memberId', personal: ['maskedName'] },
  ),
  /** Every version of every rule, append-only: `_id` is `{rule}:{version}`. */
  rule_versions: declare('rules', [
    {
      name: 'ruleVersion',
      fields: [
        ['ruleId', 1],
        ['version', -1],
      ],
      unique: true,
    },
  ]),
  /** What a manager is about to change: `_id` is the rule's. */
  rule_drafts: declare('rules'),
  /** What the books were found to be, append-only: `_id` is the business date. */
  certificates: declare('audit'),
  /** How far the run is that makes the next certificate. */
  certificate_runs: declare('audit'),
  /** What one person adjusted on one day: `_id` is `{staff}:{date}`. */
  adjustment_days: declare('points', [rising('on', 'on')], { keptDays: 30 }),
  /** Old members' points that wait to be claimed: `_id` is the keyed hash of a phone. */
  opening_points: declare('openings', [rising('state', 'state')]),
  /** What members were told: `_id` is a hash of the kind, what caused it, and whom it is told. */
  messages: declare(
    'messages',
    [
      by('mergeId', ['mergeId', 1]),
      by('memberAt', ['memberId', 1], ['at', -1], ['_id', -1]),
      by('memberUnread', ['memberId', 1], ['readAt', 1], ['at', -1]),
      rising('deliveryKeyAt', 'delivery', 'templateKey', 'at'),
      rising('at', 'at'),
    ],
    {
      memberBy: 'memberId',
      // Reading one is no reason why a merge could not be undone.
      followsUnlessUsed: ['at'],
      personal: ['facts'],
      keptDays: 180,
    },
  ),
  /** How many messages each member allows still: `_id` is `{member}:{template}`. */
  message_permits: declare(
    'messages',
    [rising('member', 'memberId'), rising('keyLeft', 'templateKey', 'leftCount')],
    { memberBy: 'memberId', personal: ['openid'] },
  ),
  ...couponCollections,
  ...listCollections,
  ...paymentCollections,
  /** The shop's communities, each of one store and one owner; `_id` is its request's key. */
  communities: declare(
    'communities',
    [rising('owner', 'ownerId', 'appointedAt'), by('appointedAt', ['appointedAt', -1])],
    { memberBy: 'ownerId', personal: ['ownerName'] },
  ),
  /** WeChat groups that are bound, or were: `_id` is the group's key, so one has one community. */
  community_groups: declare('communities'),
  /** What was done to communities, append-only: `_id` is its request's key. */
  community_acts: declare('communities', [by('communityAt', ['communityId', 1], ['at', -1])]),
  /** Every version of a community's rules, append-only: `_id` is `{community}:{version}`. */
  community_rules: declare('communities'),
  /** Who opens a community's card, and on how many days: `_id` is `{community}:{member}`. */
  community_visits: declare(
    'communities',
    [rising('community', 'communityId'), rising('member', 'memberId')],
    { memberBy: 'memberId' },
  ),
  /** Who accepted which rules, append-only: `_id` is `{community}:{version}:{member}`. */
  community_acceptances: declare('communities', [rising('member', 'memberId')], {
    memberBy: 'memberId',
  }),
  /** `_id` is the request's key. */
  drops: declare('drops', [
    by('communityOpens', ['communityIds', 1], ['opensAt', -1]),
    rising('announcedOpens', 'announcedAt', 'opensAt'),
    rising('closedCloses', 'closedAt', 'closesAt'),
    rising('remindedOpens', 'remindedAt', 'opensAt'),
  ]),
  /** Who wishes to be told before a drop opens: `_id` is `{drop}:{member}`. */
  drop_reminders: declare('drops', [rising('dropTold', 'dropId', 'toldAt')], {
    memberBy: 'memberId',
  }),
  /** How much the drops of a community give in a month: `_id` is `{community}:{month}`. */
  drop_months: declare('drops'),
  ...giftCollections,
  /**
   * Who came to which store and checked in by its code of the day: `_id` is `{member}:{date}`. It
   * also counts the wrong codes of that day.
   */
  store_visits: declare('checkin', [rising('onStore', 'on', 'storeIds')], {
    memberBy: 'memberId',
  }),
  /** Signed days of a till: `_id` is `{store}:{till}:{number}`, so two never follow one. */
  day_closings: declare('closings', [
    by('tillSeq', ['storeId', 1], ['tillNo', 1], ['seq', -1]),
    by('storeDay', ['storeId', 1], ['businessOn', -1], ['tillNo', 1]),
  ]),
  ...purchaseCollections,
  /** Files that a manager imports, with what became of them; a page is named `{job}:{page}`. */
  import_jobs: declare('imports', [
    rising('stateStarted', 'state', 'startedAt'),
    rising('pagesSince', 'pagesSince'),
    by('startedAt', ['startedAt', -1]),
  ]),
  import_pages: declare('imports', [rising('jobPage', 'jobId', 'pageNo')], {
    personal: ['purchases', 'openings', 'unread'],
    keptDays: 30,
  }),
  ...mallCollections,
  /** Texts that wait for a person before others read them: `_id` is the request's key. */
  held_texts: declare(
    'moderation',
    [rising('stateAt', 'state', 'at'), by('subject', ['kind', 1], ['subjectId', 1], ['at', -1])],
    { memberBy: 'authorId', personal: ['text', 'authorName'] },
  ),
  /** Two memberships that became one: `_id` is the request's key. */
  merges: declare(
    'merging',
    [by('mergedAt', ['mergedAt', -1]), by('openUntilAt', ['openUntilAt', -1])],
    { memberBy: 'fromId', personal: ['fromName', 'toName'] },
  ),
  ...shopCollections,
  /** What WeChat holds of a picture that was put in: `_id` is a hash of the file's id. */
  pictures: declare('runtime', [rising('traceId', 'traceId')]),
  /** What a request that only changes documents meant and answered: `_id` is the request's key. */
  requests: declare('runtime', [rising('at', 'at')], { keptDays: 30 }),
  /** Which chore is running, and when it was last done: `_id` is its name. */
  job_leases: declare('runtime', [], { keptDays: 30 }),
  /** What chores did, and where they failed. */
  job_runs: declare('runtime', [rising('startedAt', 'startedAt')], { keptDays: 30 }),
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof collections

type Having<B> = {
  [N in CollectionName]: (typeof collections)[N] extends B ? N : never
}[CollectionName]

/** The only collections of which documents are ever removed; no book is among them. */
export type FleetingCollection = Having<{ readonly keptDays: number }>

/** The collections whose documents follow their member. */
export type BelongingCollection = Having<{ readonly followsUnlessUsed: readonly string[] }>

/** Things that many fight for: each has an index `markedAt` for its sweeper. */
export type HolderCollection = Extract<CollectionName, 'rewards' | 'gift_budgets'>
