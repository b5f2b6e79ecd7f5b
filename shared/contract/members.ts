import * as v from 'valibot'
import type { Birthday } from '../calendar/birthday'
import type { PackState } from '../gifts/waiting'
import type { FrozenNotice } from '../points/explain'
import type { EarnWords } from '../rules/earn-words'
import type { StoreWords } from '../shop/shop-facts'
import type { Tier } from '../tiers/tier'
import { endpoint } from './endpoint'
import {
  avatar,
  birthday,
  documentId,
  memberCode,
  memberNumber,
  nickname,
  nothing,
  reason,
  scene,
  ticket,
} from './fields'
import type { WaitingGift } from './gifts'
import { memberDesk } from './member-desk'
import type { ProposalView } from './points-payment'

export interface JoinSource {
  storeId: string | null
  staffId: string | null
  groupId: string | null
  campaignId: string | null
}

export interface JoinAnswer {
  memberId: string
  nickname: string
  avatar: string
  joinedOn: string
  source: JoinSource | null
}

export interface MemberProfile {
  memberId: string
  nickname: string
  avatar: string
  joinedOn: string
  /** As she told it; null until told. */
  birthday: Birthday | null
  /** The first day on which the birthday may be changed again; null when it may be now. */
  birthdayLockedUntilOn: string | null
}

export interface WelcomePack {
  /** By which she claims it; null for a visitor, or where there is none. */
  giftId: string | null
  state: PackState
  points: number
  /** Its first coupon, in the words of its kind. */
  coupon: { title: string; face: string; sentence: string; thresholdFen: number } | null
  /** Last business date on which it can be claimed; null for a visitor. */
  claimableUntilOn: string | null
}

export interface HomeCheckIn {
  /** The calendar day in UTC+8. */
  todayOn: string
  checkedIn: boolean
  streakDays: number
  /** What the next check-in brings. */
  nextPoints: number
}

/** A reward as home shows it. */
export interface HomeReward {
  rewardId: string
  title: string
  /** A file in storage, or empty: none. */
  picture: string
  pricePoints: number
  cashFen: number
  /** 0: it may be hers now; null: a visitor, or something else stands in the way. */
  missingPoints: number | null
}

/** The coupon of hers that ends first. */
export interface HomeCoupon {
  title: string
  face: string
  sentence: string
  /** Its last business date. */
  expiresOn: string
}

export interface Home {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  shop: {
    name: string
    slogan: string
    notice: string
    /** Where they are, when they are open, and how they are called or found on the map. */
    stores: ({ storeId: string } & StoreWords)[]
  }
  /** What spending brings by the rule in force. */
  earn: EarnWords
  /** Null for a visitor. */
  member: MemberProfile | null
  /** Her level; null for a visitor, and where the shop has none. */
  tier: { tierId: Tier; title: string } | null
  balancePoints: number
  debtPoints: number
  /** Set while her points cannot be spent. */
  frozen: FrozenNotice | null
  /** The earliest coming expiry within 30 days, if any. */
  expiringSoon: { points: number; expiresOn: string } | null
  pack: WelcomePack
  /** Beside the welcome pack, what ends first before the rest; none for a visitor. */
  gifts: WaitingGift[]
  /** Today's check-in; null for a visitor, and where the shop offers none. */
  checkIn: HomeCheckIn | null
  /** The reward that she has pinned; null also once members see it no more. */
  wish: HomeReward | null
  /** Three to save up for, without the wish; the cheapest for a visitor. */
  rewards: HomeReward[]
  nextCoupon: HomeCoupon | null
  usableCouponCount: number
  waitingPickupCount: number
  /** Messages that she has not read, counted as in her inbox. */
  unreadCount: number
}

export interface MemberCodeStep {
  memberCode: string
  fromAt: number
  untilAt: number
}

export interface MemberCodes {
  serverNow: number
  /** The code of this minute: the first of `codes`. */
  memberCode: string
  /** This minute and the next five, so that the phone can turn the page by itself. */
  codes: MemberCodeStep[]
  nickname: string
  avatar: string
  balancePoints: number
  usableCouponCount: number
  /** Points that staff ask to take off a bill; null when nothing waits for her word. */
  proposal: ProposalView | null
  /** The newest purchase of the last ten minutes: the page polls it to show success. */
  lastSettled: {
    purchaseId: string
    storeName: string
    paidFen: number
    earnedPoints: number
    at: number
  } | null
}

/** What may be shown to staff, one at a time. */
export const privateKinds = ['phone', 'birthday'] as const

export type PrivateKind = (typeof privateKinds)[number]

/** One thing that a member told the shop alone, shown to staff for a reason that is kept. */
export interface Revealed {
  maskedName: string
  what: PrivateKind
  /** `138****5678`; null when something else was asked for. */
  phone: string | null
  birthday: Birthday | null
}

export const members = {
  join: endpoint<JoinAnswer>()({
    role: 'anyone',
    identity: 'member',
    mutates: true,
    input: v.object({ scene: v.optional(scene) }),
  }),
  home: endpoint<Home>()({ role: 'anyone', identity: 'member', mutates: false, input: nothing }),
  code: endpoint<MemberCodes>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  updateProfile: endpoint<MemberProfile>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({
      nickname: v.optional(nickname),
      avatar: v.optional(avatar),
      birthday: v.optional(birthday),
    }),
  }),
  /** Who stands at the desk is shown by her code or a scan; a manager may name anybody. */
  reveal: endpoint<Revealed>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({
      memberCode: v.optional(memberCode),
      ticket: v.optional(ticket),
      memberNumber: v.optional(memberNumber),
      storeId: v.optional(documentId),
      what: v.picklist(privateKinds),
      reason,
    }),
  }),
  ...memberDesk,
}
