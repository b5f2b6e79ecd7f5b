/** What group-buy lists are stored in. */
import { by, type CollectionDeclaration, declare, rising, unique } from './declaration'

export const listCollections = {
  /** Lists with what their owners promised; `_id` is the request's key. */
  lists: declare(
    'lists',
    [
      rising('stateCutOff', 'state', 'cutOffAt'),
      by('ownerAt', ['ownerId', 1], ['createdAt', -1]),
      by('storeAt', ['storeId', 1], ['createdAt', -1]),
      /** What the job has to do: a cut-off, a repeat, the end of a pick-up. */
      rising('dueAt', 'dueAt'),
      /** Whose entries are still to be brought to what arrived. */
      rising('sharingAt', 'sharingAt'),
    ],
    { memberBy: 'ownerId', personal: ['ownerName'] },
  ),
  /** Numbers, stock and who has joined; `_id` is the list's. */
  list_books: declare('lists', [rising('markedAt', 'markedAt')]),
  /** Who ordered what; `_id` is the request's key. */
  list_entries: declare(
    'lists',
    [
      by('mergeId', ['mergeId', 1]),
      rising('listNo', 'listId', 'entryNo'),
      by('memberAt', ['memberId', 1], ['joinedAt', -1]),
      rising('listState', 'listId', 'state', 'entryNo'),
      rising('dueAt', 'dueAt'),
      unique('pickupCode', 'pickupCode'),
      /** What waits to be fetched: of a member, and at a store. */
      rising('memberWaiting', 'memberId', 'waitingSince'),
      rising('storeWaiting', 'storeId', 'waitingSince'),
    ],
    { memberBy: 'memberId', personal: ['name', 'remark'], followsUnlessUsed: ['payment.paidAt'] },
  ),
  /** 坏果包赔: `_id` is its entry's and item's, each asks once. */
  list_damages: declare(
    'lists',
    [
      by('mergeId', ['mergeId', 1]),
      by('memberAt', ['memberId', 1], ['at', -1]),
      by('ownerAt', ['ownerId', 1], ['at', -1]),
      by('storeAt', ['storeId', 1], ['at', -1]),
    ],
    {
      memberBy: 'memberId',
      personal: ['name', 'words', 'picture'],
      followsUnlessUsed: ['decidedAt'],
    },
  ),
  /** 代取: `_id` is the member's, so that her newest code is the only one. */
  list_proxies: declare('lists', [unique('proxyCode', 'proxyCode'), rising('untilAt', 'untilAt')], {
    ...{ memberBy: '_id', keptDays: 30 },
  }),
  /** Goods that a manager has approved: `_id` is a hash of name and specification. */
  list_goods: declare('lists'),
} as const satisfies Record<string, CollectionDeclaration>
