/** What the shop knows of its members, and who looked at the private part of it. */
import { by, type CollectionDeclaration, declare, rising, unique } from './declaration'

export const memberCollections = {
  members: declare(
    'members',
    [
      unique('memberNumber', 'memberNumber'),
      rising('mergedInto', 'mergedInto'),
      rising('invitedBy', 'invitation.inviterId', 'joinedAt'),
      rising('invitationDue', 'invitation.state', 'invitation.checkOn'),
      /** Whose day of joining it is. */
      rising('joinedOn', 'joinedOn', '_id'),
      /** Whose birthday is kept on a day, a page at a time. */
      rising('birthdayId', 'birthdayHash', '_id'),
      /** What an old key sealed. */
      rising('birthdayKey', 'birthday.keyId', '_id'),
    ],
    { memberBy: '_id', personal: ['nickname', 'avatar', 'birthday', 'birthdayHash'] },
  ),
  /** Verified phones: `_id` is a keyed hash, the number lies sealed beside it. */
  member_phones: declare(
    'members',
    [unique('memberId', 'memberId'), rising('phoneKey', 'phone.keyId', '_id')],
    { memberBy: 'memberId', personal: ['phone'] },
  ),
  /** Which of a member's private data was shown to whom, and why: `_id` is the request's key. */
  reveals: declare('members', [rising('at', 'at'), by('memberAt', ['memberId', 1], ['at', -1])], {
    memberBy: 'memberId',
    personal: ['maskedName'],
    keptDays: 730,
  }),
  /** Which manager looked for members, or opened one, and whom she saw: `_id` is the request's. */
  member_lookups: declare(
    'members',
    [rising('at', 'at'), by('seenAt', ['memberIds', 1], ['at', -1])],
    { memberBy: 'memberIds', keptDays: 730 },
  ),
  /** How often one manager has done so on one day: `_id` is `{staff}:{date}`. */
  lookup_days: declare('members', [rising('on', 'on')], { keptDays: 30 }),
  /** What managers write on a member for each other: `_id` is the request's key. */
  member_notes: declare('members', [by('memberAt', ['memberId', 1], ['at', -1])], {
    memberBy: 'memberId',
    personal: ['text', 'byName'],
  }),
  /** Scene codes of posters: `_id` is the scene. */
  join_scenes: declare('members'),
} as const satisfies Record<string, CollectionDeclaration>
