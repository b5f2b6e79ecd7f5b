import * as v from 'valibot'
import { endpoint } from './endpoint'
import { cursor, documentId, memberNumber, reason } from './fields'

/** One of the two memberships, before they are one. */
export interface MergeSide {
  maskedName: string
  avatar: string
  joinedOn: string
  balancePoints: number
  debtPoints: number
}

/** What a merge would do; nothing is written. */
export interface MergePreview {
  serverNow: number
  from: MergeSide
  into: MergeSide
  /** What the one that stays has afterwards. */
  afterBalancePoints: number
  afterDebtPoints: number
  couponCount: number
  purchaseCount: number
  redemptionCount: number
}

export type MergeState = 'merged' | 'undone'

export interface MergeRow {
  mergeId: string
  fromName: string
  toName: string
  /** What went over: points, or a debt. */
  points: number
  debtPoints: number
  reason: string
  state: MergeState
  mergedAt: number
  mergedByName: string
  /** Until then it can be undone. */
  undoUntilAt: number
  undoneAt: number | null
}

export interface MergeList {
  serverNow: number
  merges: MergeRow[]
  nextCursor: string | null
}

/** The membership of the first number ends; the second one's takes over all it has. */
const sides = { fromNumber: memberNumber, toNumber: memberNumber }

export const merging = {
  preview: endpoint<MergePreview>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object(sides),
  }),
  merge: endpoint<MergeRow>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ ...sides, reason }),
  }),
  /** Within seven days, as long as nothing that went over was used since. */
  undo: endpoint<MergeRow>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ mergeId: documentId }),
  }),
  merges: endpoint<MergeList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
}
