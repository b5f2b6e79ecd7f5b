/** The part of the members' contract that is a manager's: finding one, and all of her on a page. */
import * as v from 'valibot'
import type { CouponState } from '../coupons/coupon'
import type { GrantState } from '../gifts/grant-key'
import { MEMBER_NOTE_MAX_LENGTH } from '../limits'
import type { RedemptionState } from '../mall/redemption'
import type { PurchaseState } from '../purchases/purchase'
import type { Tier } from '../tiers/tier'
import { endpoint } from './endpoint'
import { documentId, memberNumber, searchText } from './fields'
import type { MemberTagView } from './tags'
import { text } from './text'

/** By what of the text she was found. */
export type FoundBy = 'memberNumber' | 'phone' | 'receipt' | 'nickname'

export interface MemberFound {
  memberNumber: string
  nickname: string
  avatar: string
  joinedOn: string
  foundBy: FoundBy
  /** The purchase whose receipt was meant; null where it was none. */
  receipt: { storeName: string; businessOn: string; receiptNo: string } | null
}

export interface MembersFound {
  members: MemberFound[]
  /** More members have such a nickname than are named here. */
  isMore: boolean
}

export interface MemberNoteView {
  noteId: string
  text: string
  byName: string
  at: number
}

/** All that a manager sees of one member; of private data only that it is there. */
export interface MemberShown {
  /** The business date of the answer. */
  todayOn: string
  /** What notes and batches of coupons name her by. */
  memberId: string
  memberNumber: string
  nickname: string
  avatar: string
  joinedOn: string
  /** Where the poster hung by which she joined; null: she came by herself or by a friend. */
  joinedStoreName: string | null
  hasPhone: boolean
  hasBirthday: boolean
  tier: { tierId: Tier; title: string } | null
  balancePoints: number
  pendingPoints: number
  debtPoints: number
  /** What dies first; null: nothing does, or her points are frozen. */
  expiring: { points: number; expiresOn: string } | null
  frozen: { on: string; reason: string } | null
  /** Purchases that stand, and the last of them. */
  boughtCount: number
  lastBoughtOn: string | null
  /** Those that she can use, what ends first before the rest. */
  coupons: {
    couponId: string
    title: string
    face: string
    sentence: string
    state: CouponState | 'expired'
    expiresOn: string
  }[]
  /** The last ones of each, the newest first. */
  purchases: {
    purchaseId: string
    storeName: string
    paidFen: number
    earnedPoints: number
    refundedFen: number
    receiptNo: string | null
    settledAt: number
    state: PurchaseState
  }[]
  /** Without their pick-up codes: those are hers to show. */
  redemptions: {
    redemptionId: string
    rewardTitle: string
    pricePoints: number
    state: RedemptionState
    redeemedAt: number
  }[]
  gifts: { giftId: string; title: string; state: GrantState; points: number; at: number }[]
  tags: MemberTagView[]
  notes: MemberNoteView[]
}

export const memberDesk = {
  /**
   * Members by nickname, whole phone number, member number or code, or receipt number. Each search
   * is kept, and counts among those of the day.
   */
  find: endpoint<MembersFound>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ text: searchText }),
  }),
  /** One of them. Each look is kept, and counts like a search. */
  show: endpoint<MemberShown>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ memberNumber }),
  }),
  /** What other managers should know of her; she never reads it. */
  addNote: endpoint<MemberNoteView>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ memberId: documentId, text: text(MEMBER_NOTE_MAX_LENGTH) }),
  }),
  removeNote: endpoint<{ noteId: string }>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ noteId: documentId }),
  }),
}
