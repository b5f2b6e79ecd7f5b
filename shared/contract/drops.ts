import * as v from 'valibot'
import type { DropAudience, DropQuota, DropState } from '../drops/drop'
import type { RefusalCode, RefusalDetail } from '../refusal'
import type { TierId } from '../tiers/tier'
import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import {
  businessDate,
  cursor,
  documentId,
  dropMinute,
  dropQuotas,
  dropTerms,
  dropTitle,
  judgedText,
  nothing,
  tierId,
} from './fields'
import type { HeldState } from './moderation'

/** What a drop gives, before anybody has it. */
export interface DropCoupon {
  title: string
  face: string
  sentence: string
  limitWords: string[]
  thresholdFen: number
  /** `领取后 30 天内可用`, or the dates. */
  validityText: string
}

/** What a drop may be made of: a coupon that the manager has published. */
export interface DropTemplate extends DropCoupon {
  templateId: string
}

export interface DropShown {
  serverNow: number
  dropId: string
  title: string
  terms: string
  state: DropState
  coupon: DropCoupon
  /** Who may take one. */
  who: DropAudience
  opensAt: number
  closesAt: number
  /** The community of the card that she entered by; null without one, or when it is not invited. */
  communityId: string | null
  communityName: string | null
  /** In her community, or in all together for whoever came without a card. */
  quota: number
  leftCount: number
  /** The next drop of her community; null when none is planned, or without a card. */
  nextDropAt: number | null
  /** She wished to be told before it opens. */
  isReminded: boolean
  /** Her own claim; null while she has none. */
  claimed: { couponId: string; claimedAt: number } | null
  /** Why she may not claim now, as `claim` would refuse; null when she may. */
  blockedBy: { code: RefusalCode; message: string; detail: RefusalDetail } | null
}

export interface DropClaimed {
  couponId: string
  dropId: string
  communityId: string
  claimedAt: number
  coupon: WalletCoupon
}

/** A drop as those see it who plan it, with what came of it so far. */
export interface DropRow {
  dropId: string
  batchId: string
  title: string
  terms: string
  state: DropState
  /** Its title and terms: nobody else sees it before they are approved. */
  textState: HeldState
  templateId: string
  couponTitle: string
  opensAt: number
  closesAt: number
  who: { joinedBeforeOn: string | null; tierFrom: TierId | null }
  /** Each community with what was claimed and redeemed in it. */
  communities: (DropQuota & { name: string; claims: number; redemptions: number })[]
}

export interface DropTimesAnswer {
  dropId: string
  state: DropState
}

const plan = {
  title: dropTitle,
  terms: v.optional(dropTerms),
  who: v.optional(
    v.object({
      /** Members who had joined before this business date. */
      joinedBeforeOn: v.optional(businessDate),
      tierFrom: v.optional(tierId),
    }),
    {},
  ),
  templateId: documentId,
  opensAt: dropMinute,
  closesAt: dropMinute,
  quotas: dropQuotas,
}
const oneDrop = { dropId: documentId }
const atDesk = { role: 'communityDesk', identity: 'staff' } as const

export const drops = {
  /** `isHeld`: a person looks at its texts first, and nobody else sees it till then. */
  schedule: endpoint<{ dropId: string; batchId: string; isHeld: boolean }>()({
    ...atDesk,
    mutates: true,
    input: v.object(plan),
  }),
  /** All of it anew, before it opens. */
  change: endpoint<{ dropId: string; isHeld: boolean }>()({
    ...atDesk,
    mutates: true,
    input: v.object({ ...oneDrop, ...plan }),
  }),
  /** Before it opens. */
  cancel: endpoint<DropTimesAnswer>()({ ...atDesk, mutates: true, input: v.object(oneDrop) }),
  /** Before its end, once it is open; what was claimed stays. */
  close: endpoint<DropTimesAnswer>()({ ...atDesk, mutates: true, input: v.object(oneDrop) }),
  /** Those of her communities, or of the manager's stores, the latest first. */
  list: endpoint<{ serverNow: number; drops: DropRow[]; nextCursor: string | null }>()({
    ...atDesk,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** Published, and not past their last day, for owners as for managers. */
  templates: endpoint<{ templates: DropTemplate[] }>()({
    ...atDesk,
    mutates: false,
    input: nothing,
  }),
  /** Would this text be refused by the platform's rules on sharing? */
  judge: endpoint<{ lawful: boolean; clause?: string; instead?: string }>()({
    ...atDesk,
    mutates: false,
    input: v.object({ text: judgedText }),
  }),
  show: endpoint<DropShown>()({
    role: 'anyone',
    identity: 'member',
    mutates: false,
    takesGroup: true,
    input: v.object(oneDrop),
  }),
  claim: endpoint<DropClaimed>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    takesGroup: true,
    input: v.object(oneDrop),
  }),
  /** Before it opens: she is told some minutes ahead, in her inbox and by WeChat if she allows. */
  remindMe: endpoint<{ dropId: string; isReminded: boolean }>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object(oneDrop),
  }),
}
