import * as v from 'valibot'
import type { GiftScene, GiftTier } from '../gifts/gift-rule'
import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import {
  businessDate,
  documentId,
  giftId,
  nothing,
  rehearsalCursor,
  rehearsedDays,
  wakeReason,
} from './fields'
import { giftRuleEntries } from './gift-fields'

export interface PackAnswer {
  points: number
  /** Last day on which the points can be spent. */
  pointsExpireOn: string
  coupons: WalletCoupon[]
  balancePoints: number
  claimedAt: number
}

/** A gift that waits for her tap. */
export interface WaitingGift {
  giftId: string
  scene: GiftScene
  title: string
  points: number
  /** Last business date on which it can be claimed. */
  claimUntilOn: string
}

/** A rule as a manager reads and writes it. */
export interface GiftRuleFields {
  scene: GiftScene
  title: string
  gift: { points: number; couponTemplateIds: string[]; thing: string | null }
  handOver: 'claim' | 'unasked'
  when: {
    purchaseNo: number | null
    onDate: string | null
    holiday: string | null
    leadDays: number
    claimDays: number
    silentDays: number
    waitDays: number
  }
  who: { tags: string[]; tiers: GiftTier[] }
  stack: 'all' | 'highest' | 'first'
  budget: { totalCount: number | null; dayCount: number | null }
  isOn: boolean
}

export interface GiftRuleRow {
  ruleId: string
  scene: GiftScene
  /** What is in force; null before its first version. */
  published: (GiftRuleFields & { version: number; publishedAt: number | null }) | null
  /** What somebody is about to change; null: nothing. */
  draft: (GiftRuleFields & { version: number; savedAt: number; savedByName: string }) | null
  /** `每年生日当天9点送出，每人每年一次`: when it comes and how often. */
  sentence: string
  /** Of its budget, what is left in all and of today; null: without a bound. */
  left: { totalCount: number | null; dayCount: number | null }
}

export interface GiftRuleList {
  serverNow: number
  todayOn: string
  rules: GiftRuleRow[]
}

export interface GiftRuleVersion {
  ruleId: string
  version: number
}

/** One grant of a rehearsal; `refused` says why it would not be given. */
export interface RehearsedGrant {
  on: string
  scene: GiftScene
  ruleId: string
  /** The rule's title, and her name as staff read it. */
  title: string
  memberId: string
  maskedName: string
  points: number
  couponTemplateIds: string[]
  refused?: 'stack' | 'budget' | 'onceOnly'
}

export interface RehearsedDay {
  on: string
  /** Gifts that would be given; what is refused is left out. */
  grantCount: number
  costPoints: number
  /** Its points at the shop's value of a point, and its coupons at what they take off. */
  costFen: number
}

export interface Rehearsal {
  serverNow: number
  days: RehearsedDay[]
  /** In the order in which they would come. */
  grants: RehearsedGrant[]
  /** Absent on the last page. */
  cursor?: string
  costPoints: number
  costFen: number
  /** Of those who get something: whom WeChat can tell of it; the others find it in their inbox. */
  reachableCount: number
  /**
   * True where a shop is too large to count everybody at once: the totals are then what its indexes
   * count, before audience, policy and budget, so at most so many.
   */
  isAtMost: boolean
}

const onManagersDesk = { role: 'manager', identity: 'staff' } as const
const asMember = { role: 'member', identity: 'member' } as const

export const gifts = {
  /** The welcome pack; the same as `claim` of its gift. */
  claimPack: endpoint<PackAnswer>()({ ...asMember, mutates: true, input: nothing }),
  /** A gift that waits for her tap; of a member who was away, with what kept her. */
  claim: endpoint<PackAnswer>()({
    ...asMember,
    mutates: true,
    input: v.object({ giftId, reason: v.optional(wakeReason) }),
  }),
  waiting: endpoint<{ serverNow: number; gifts: WaitingGift[] }>()({
    ...asMember,
    mutates: false,
    input: nothing,
  }),
  rules: endpoint<GiftRuleList>()({ ...onManagersDesk, mutates: false, input: nothing }),
  /** A draft, of a new rule where none is named; `version` is the one that it will be. */
  saveRule: endpoint<GiftRuleVersion>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({ ruleId: v.optional(documentId), ...giftRuleEntries }),
  }),
  /** The draft becomes the next version; grants that were made keep theirs. */
  publishRule: endpoint<GiftRuleVersion>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({ ruleId: documentId }),
  }),
  /** Who would get what, on 1–31 days from today on; nothing is written. */
  rehearse: endpoint<Rehearsal>()({
    ...onManagersDesk,
    mutates: false,
    input: v.object({
      fromOn: businessDate,
      days: rehearsedDays,
      cursor: v.optional(rehearsalCursor),
    }),
  }),
}
