/** The collections of gifts; see `collections.ts`. */
import { by, type CollectionDeclaration, declare, rising } from './declaration'

export const giftCollections = {
  /** Every gift that was given, waits or was refused: `_id` is `{rule}:{member}:{occasion}`. */
  grants: declare(
    'gifts',
    [
      by('mergeId', ['mergeId', 1]),
      rising('memberAt', 'memberId', 'at'),
      /** What waits too long, and what a purchase left to a budget. */
      rising('stateUntil', 'state', 'untilOn'),
    ],
    { memberBy: 'memberId', followsUnlessUsed: ['at'] },
  ),
  /** Rules of gifts, in force and being changed: `_id` is the rule's. */
  gift_rules: declare('gifts'),
  /** Every version of every rule of gifts, append-only: `_id` is `{rule}:{version}`. */
  gift_rule_versions: declare('gifts'),
  /** What is left of a rule's budget: `_id` is `{rule}:all`, or `{rule}:{date}`. */
  gift_budgets: declare('gifts', [rising('markedAt', 'markedAt')]),
  /** Who took one of a budget: `_id` is the grant's key. */
  gift_places: declare('gifts', [rising('stockDueAt', 'stockDueAt')], { memberBy: 'memberId' }),
  /** How far the gifts of a date are: one document. */
  gift_runs: declare('gifts'),
} as const satisfies Record<string, CollectionDeclaration>
