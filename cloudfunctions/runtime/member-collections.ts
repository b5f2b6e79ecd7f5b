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
  /** Scene codes of posters: `_id` is the scene. */
  join_scenes: declare('members'),
} as const satisfies Record<string, CollectionDeclaration>
