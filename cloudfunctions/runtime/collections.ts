/**
 * Every collection with its owner folder, its indexes and its rule for clients. The local cloud
 * creates them from here and the deploy step will; `_id` is always indexed and unique.
 * A field of a unique index is present in every document: a missing one counts as null, and two
 * nulls collide (docs/decisions.md, "The platform").
 */
export interface CollectionIndex {
  readonly name: string
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[]
  readonly unique?: boolean
}

export interface CollectionDeclaration {
  /** The only folder under `cloudfunctions/` whose code writes it. */
  readonly owner: string
  readonly indexes: readonly CollectionIndex[]
  /** What phones may do without a cloud function: with ours, nothing. */
  readonly clientRules: ClientRules
}

/**
 * One of the console's four permissions, or its security rules: true, false or an expression for
 * each kind of operation (docs.cloudbase.net/database/security-rules).
 */
export type ClientRules =
  | 'READONLY'
  | 'PRIVATE'
  | 'ADMINWRITE'
  | 'ADMINONLY'
  | Readonly<Partial<Record<'read' | 'write' | 'create' | 'update' | 'delete', boolean | string>>>

const closed = { read: false, write: false } as const

function declare(owner: string, indexes: readonly CollectionIndex[] = []): CollectionDeclaration {
  return { owner, indexes, clientRules: closed }
}

/** An index that is not unique. */
function by(name: string, ...fields: CollectionIndex['fields']): CollectionIndex {
  return { name, fields }
}

/** An index on some fields, all of them from the smallest up. */
function rising(name: string, ...paths: readonly string[]): CollectionIndex {
  return { name, fields: paths.map((path) => [path, 1] as const) }
}

export const collections = {
  /** The shop's editable data: name, stores, rules, gifts; `_id` names the document. */
  config: declare('runtime'),
  members: declare('members', [
    { name: 'memberNumber', fields: [['memberNumber', 1]], unique: true },
  ]),
  /** Verified phones: `_id` is a keyed hash, the number itself is stored nowhere. */
  member_phones: declare('members', [
    { name: 'memberId', fields: [['memberId', 1]], unique: true },
  ]),
  /** Scene codes of posters: `_id` is the scene. */
  join_scenes: declare('members'),
  points_accounts: declare('points', [
    { name: 'nextExpiresOn', fields: [['nextExpiresOn', 1]] },
    { name: 'nextReleasesOn', fields: [['nextReleasesOn', 1]] },
    { name: 'nextNoticeOn', fields: [['nextNoticeOn', 1]] },
  ]),
  points_entries: declare('points', [
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
  ]),
  /** Every adjustment by hand, also the ones that wait for approval; `_id` is its request's key. */
  points_adjustments: declare('points', [
    { name: 'askedAt', fields: [['askedAt', -1]] },
    rising('stateRipens', 'state', 'ripensAt'),
  ]),
  /** Who is to be told of points that will expire: `_id` is `{member}:{date}:{days ahead}`. */
  expiry_notices: declare('points', [rising('toldMarked', 'toldAt', 'markedOn')]),
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
  adjustment_days: declare('points', [rising('on', 'on')]),
  /** Old members' points that wait to be claimed: `_id` is the keyed hash of a phone. */
  opening_points: declare('openings', [{ name: 'state', fields: [['state', 1]] }]),
  coupons: declare('coupons', [
    by('mergeId', ['mergeId', 1]),
    rising('memberExpiry', 'memberId', 'expiresOn'),
    rising('source', 'source.kind', 'source.id'),
  ]),
  /** What coupons are made from; a coupon keeps a copy. */
  coupon_templates: declare('coupons'),
  /** Every gift that was given: `_id` is `{scene}:{member}:{occasion}`. */
  grants: declare('gifts', [by('mergeId', ['mergeId', 1]), rising('memberAt', 'memberId', 'at')]),
  /** Signed days of a till: `_id` is `{store}:{till}:{number}`, so two never follow one. */
  day_closings: declare('closings', [
    {
      name: 'tillSeq',
      fields: [
        ['storeId', 1],
        ['tillNo', 1],
        ['seq', -1],
      ],
    },
    {
      name: 'storeDay',
      fields: [
        ['storeId', 1],
        ['businessOn', -1],
        ['tillNo', 1],
      ],
    },
  ]),
  purchases: declare('purchases', [
    // Three for the day's closing: its day, what was booked late, what was refunded.
    {
      name: 'storeDayTill',
      fields: [
        ['storeId', 1],
        ['businessOn', 1],
        ['tillNo', 1],
      ],
    },
    {
      name: 'storeTillBooked',
      fields: [
        ['storeId', 1],
        ['tillNo', 1],
        ['bookedAt', 1],
      ],
    },
    {
      name: 'storeTillRefunded',
      fields: [
        ['storeId', 1],
        ['tillNo', 1],
        ['lastRefundedAt', 1],
      ],
    },
    by('mergeId', ['mergeId', 1]),
    /** A receipt whose till nobody typed. */
    rising('storeDayReceipt', 'storeId', 'businessOn', 'receiptNo'),
    { name: 'receiptKey', fields: [['receiptKey', 1]], unique: true },
    {
      name: 'storeSettled',
      fields: [
        ['storeId', 1],
        ['settledAt', -1],
      ],
    },
    {
      name: 'memberSettled',
      fields: [
        ['memberId', 1],
        ['settledAt', -1],
      ],
    },
  ]),
  /** Files that a manager imports, with what became of them; a page is named `{job}:{page}`. */
  import_jobs: declare('imports', [
    rising('stateStarted', 'state', 'startedAt'),
    rising('pagesSince', 'pagesSince'),
    by('startedAt', ['startedAt', -1]),
  ]),
  import_pages: declare('imports', [rising('jobPage', 'jobId', 'pageNo')]),
  /** Points that a clerk proposed to take off a bill; `_id` is its request's key. */
  points_proposals: declare('purchases', [
    rising('usedProposed', 'purchaseId', 'proposedAt'),
    {
      name: 'memberProposed',
      fields: [
        ['memberId', 1],
        ['proposedAt', -1],
      ],
    },
  ]),
  rewards: declare('mall', [{ name: 'sortOrder', fields: [['sortOrder', 1]] }]),
  redemptions: declare('mall', [
    by('mergeId', ['mergeId', 1]),
    { name: 'pickupCode', fields: [['pickupCode', 1]], unique: true },
    {
      name: 'memberRedeemed',
      fields: [
        ['memberId', 1],
        ['redeemedAt', -1],
      ],
    },
    rising('stateExpiry', 'state', 'expiresOn'),
    /** Which store handed over what, for the clearing between stores. */
    rising('collectedAt', 'collected.at'),
    { name: 'stockDueAt', fields: [['stockDueAt', 1]] },
  ]),
  /** Two memberships that became one: `_id` is the request's key. */
  merges: declare('merging', [
    by('mergedAt', ['mergedAt', -1]),
    by('openUntilAt', ['openUntilAt', -1]),
  ]),
  /** Who may do what: `_id` is the member's id. */
  staff: declare('runtime'),
  /** What a request that only changes documents meant and answered: `_id` is the request's key. */
  requests: declare('runtime', [rising('at', 'at')]),
  /** Which job is running: `_id` is the job's name. */
  job_leases: declare('runtime'),
  /** One-time codes that make the first manager; `_id` is the code's hash. */
  setup_codes: declare('staff'),
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof collections

/** The only collections of which documents are ever removed; no book is among them. */
export type FleetingCollection = Extract<
  CollectionName,
  | 'requests'
  | 'points_proposals'
  | 'import_pages'
  | 'job_leases'
  | 'adjustment_days'
  | 'expiry_notices'
>
