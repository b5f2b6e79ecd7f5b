import * as v from 'valibot'
import type { AdjustmentState } from '../points/adjustment'
import type { ChangeCause } from '../points/balance-change'
import type { Since } from '../points/compared-dates'
import type { FrozenNotice } from '../points/explain'
import type { EntryKind } from '../points/points-account'
import type { EntryReason, ReasonFamily } from '../points/reasons'
import type { EarnWords } from '../rules/earn-words'
import { endpoint } from './endpoint'
import { adjustedPoints, businessDate, cursor, documentId, memberNumber, reason } from './fields'
import type { MemberTagView } from './tags'

export interface HistoryEntry {
  entryId: string
  kind: EntryKind
  reason: EntryReason
  /** Where its source opens: a purchase, a redemption; the others have none. */
  family: ReasonFamily
  /** What the member gained (+) or lost (−), debt repaid or made included. */
  points: number
  balanceAfterPoints: number
  debtAfterPoints: number
  at: number
  /** The business date in which it was booked. */
  on: string
  storeName: string | null
  /** The purchase or redemption it came from. */
  sourceId: string | null
  /** One sentence for the shopper: shop, receipt, reward. */
  sentence: string
  /** By which rule, in her words. */
  ruleSentence: string
  /** What it did lot by lot: signed, by the last day of the points. */
  lotChanges: { points: number; expiresOn: string }[]
  /** What it made (+) or repaid (−) of her debt. */
  debtChangePoints: number
  /** What it promised (+), or took of what was promised (−). */
  pendingChangePoints: number
}

export interface PointsHistory {
  serverNow: number
  /** What spending brings by the rule in force. */
  earn: EarnWords
  balancePoints: number
  debtPoints: number
  pendingPoints: number
  /** What makes it up, the soonest released first. */
  pending: { points: number; releasesOn: string; storeName: string | null; sentence: string }[]
  /** Which refunds the debt comes from; they sum to it. */
  debts: { points: number; sentence: string }[]
  /** Set while her points cannot be spent. */
  frozen: FrozenNotice | null
  /** All coming expiries, the earliest first; they sum to the balance. */
  expiries: { points: number; expiresOn: string; sentence: string }[]
  entries: HistoryEntry[]
  nextCursor: string | null
}

/** Why the balance of one date differs from that of another; the lines sum to the difference. */
export interface BalanceChange {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  /** The name by which `fromOn` was asked for. */
  since: Since | null
  fromOn: string
  toOn: string
  beforePoints: number
  afterPoints: number
  differencePoints: number
  /** The whole in one sentence. */
  sentence: string
  /** Each cause with its signed number, and the sentence that names it. */
  lines: { cause: ChangeCause; points: number; sentence: string }[]
  /** Set when more entries lie between than one answer tells: the next one goes on from there. */
  nextCursor: string | null
}

/** One member's points as a manager sees them: enough to decide, and no full name. */
export interface MemberAccount {
  serverNow: number
  /** What a batch of coupons names her by. */
  memberId: string
  maskedName: string
  avatar: string
  joinedOn: string
  balancePoints: number
  debtPoints: number
  pendingPoints: number
  pending: PointsHistory['pending']
  debts: PointsHistory['debts']
  /** What managers wrote on her, each with its author and date. */
  tags: MemberTagView[]
  /** Since when her points cannot be spent, and the reason that she reads. */
  frozen: { on: string; reason: string } | null
  expiries: PointsHistory['expiries']
  /** The last ones, the newest first. */
  entries: HistoryEntry[]
}

/** Who may be seen by the manager who froze or unfroze her points. */
export interface FreezeAnswer {
  maskedName: string
  isFrozen: boolean
  balancePoints: number
  at: number
}

/** Points given or taken by hand: booked at once, or waiting for a second pair of eyes. */
export interface AdjustmentRow {
  adjustmentId: string
  maskedName: string
  /** Given (+) or taken (−). */
  points: number
  reason: string
  state: AdjustmentState
  askedByName: string
  askedAt: number
  /** When a shop with one manager books it by itself; null while a second manager must agree. */
  ripensAt: number | null
  decidedByName: string | null
  decidedAt: number | null
}

export interface AdjustmentList {
  serverNow: number
  adjustments: AdjustmentRow[]
  nextCursor: string | null
}

/** A manager names the member by the number that her code begins with; the member reads why. */
const freezing = v.object({ memberNumber, reason })

export const points = {
  history: endpoint<PointsHistory>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({
      cursor: v.optional(cursor),
      direction: v.optional(v.picklist(['in', 'out'])),
    }),
  }),
  /**
   * From the evening of one date to the evening of another; to now when `toOn` is left out. What
   * `since` means in the place of dates is the server's to say, whose calendar it is.
   */
  compare: endpoint<BalanceChange>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({
      since: v.optional(v.picklist(['week', 'month'])),
      fromOn: v.optional(businessDate),
      toOn: v.optional(businessDate),
      cursor: v.optional(cursor),
    }),
  }),
  memberAccount: endpoint<MemberAccount>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ memberNumber }),
  }),
  /** Nothing is spent or expires until `unfreeze`. */
  freeze: endpoint<FreezeAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: freezing,
  }),
  /** Staff may each move 500 points a day; what is large waits for approval. */
  adjust: endpoint<AdjustmentRow>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({ memberNumber, points: adjustedPoints, reason }),
  }),
  approveAdjustment: endpoint<AdjustmentRow>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ adjustmentId: documentId, verdict: v.picklist(['approve', 'reject']) }),
  }),
  /** All adjustments, the newest first; what has waited long enough is booked on the way. */
  adjustments: endpoint<AdjustmentList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  unfreeze: endpoint<FreezeAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: freezing,
  }),
}
