import * as v from 'valibot'
import { endpoint } from './endpoint'
import {
  communityName,
  communityRules,
  cursor,
  documentId,
  memberCode,
  monthCount,
  nothing,
  publishedVersion,
} from './fields'

/** A community as those see it who look after it. */
export interface CommunityCard {
  communityId: string
  name: string
  storeId: string
  storeName: string
  /** Since when its group of today is bound; null while none is. */
  boundAt: number | null
  isPaused: boolean
  /** 0 before the first rules. */
  rulesVersion: number
  /** Coupons that its owner's drops may give in a calendar month; null without a bound. */
  monthCount: number | null
}

export interface MyCommunity extends CommunityCard {
  rulesText: string | null
  /** Newer rules wait for a person; those of today stay in force till then. */
  isRulesHeld: boolean
}

export interface CommunityRow extends CommunityCard {
  ownerName: string
  appointedAt: number
}

export interface CommunityEntered {
  /** Null when no community has the group. */
  communityId: string | null
  name: string | null
  /** Shown once: null when there are none, or she has accepted these. */
  rulesToAccept: { version: number; text: string } | null
}

/** What came of a community. Nobody is rewarded for opening or passing on a card. */
export interface CommunityBoard {
  serverNow: number
  communityId: string
  name: string
  storeName: string
  /** One a member and business date. */
  opens: number
  claims: number
  redemptions: number
  /** What was paid for the purchases that its coupons were used for, less what was refunded. */
  salesFen: number
}

const oneCommunity = { communityId: documentId }
const asOwner = { role: 'communityOwner', identity: 'staff' } as const
const asManager = { role: 'manager', identity: 'staff' } as const
const asMember = { role: 'member', identity: 'member' } as const

export const communities = {
  /** The person whose code it is becomes its owner. */
  appoint: endpoint<{ communityId: string }>()({
    ...asManager,
    mutates: true,
    input: v.object({ name: communityName, storeId: documentId, memberCode }),
  }),
  /** Another owner takes over; its group, rules and figures stay. */
  handOver: endpoint<{ communityId: string; ownerName: string }>()({
    ...asManager,
    mutates: true,
    input: v.object({ ...oneCommunity, memberCode }),
  }),
  pause: endpoint<{ communityId: string; isPaused: boolean }>()({
    ...asManager,
    mutates: true,
    input: v.object({ ...oneCommunity, isPaused: v.boolean() }),
  }),
  setBudget: endpoint<{ communityId: string; monthCount: number | null }>()({
    ...asManager,
    mutates: true,
    input: v.object({ ...oneCommunity, monthCount }),
  }),
  /** Those of the manager's stores, the newest first. */
  list: endpoint<{ serverNow: number; communities: CommunityRow[]; nextCursor: string | null }>()({
    ...asManager,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  mine: endpoint<{ serverNow: number; communities: MyCommunity[] }>()({
    ...asOwner,
    mutates: false,
    input: nothing,
  }),
  /** By a card that she opened in the group: the group becomes the community's. */
  bind: endpoint<{ communityId: string; boundAt: number }>()({
    ...asOwner,
    mutates: true,
    takesGroup: true,
    input: v.object(oneCommunity),
  }),
  /** The same once it has one that was closed or split: the new one takes its place. */
  rebind: endpoint<{ communityId: string; boundAt: number }>()({
    ...asOwner,
    mutates: true,
    takesGroup: true,
    input: v.object(oneCommunity),
  }),
  /** `isHeld`: a person looks at them first, and `version` is still the one before. */
  saveRules: endpoint<{ version: number; isHeld: boolean }>()({
    ...asOwner,
    mutates: true,
    input: v.object({ ...oneCommunity, text: communityRules }),
  }),
  board: endpoint<CommunityBoard>()({
    role: 'communityDesk',
    identity: 'staff',
    mutates: false,
    input: v.object(oneCommunity),
  }),
  /** Counts the open, and shows rules that she has not accepted yet. */
  enter: endpoint<CommunityEntered>()({
    ...asMember,
    mutates: true,
    takesGroup: true,
    input: nothing,
  }),
  acceptRules: endpoint<{ version: number }>()({
    ...asMember,
    mutates: true,
    input: v.object({ ...oneCommunity, version: publishedVersion }),
  }),
}
