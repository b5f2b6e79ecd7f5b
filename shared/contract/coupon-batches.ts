import * as v from 'valibot'
import { endpoint } from './endpoint'
import { cursor, documentId, memberIds, reason } from './fields'

export interface BatchRow {
  batchId: string
  /** Given out by hand, or claimed of a drop. */
  kind: 'issue' | 'drop'
  title: string
  reason: string
  authorName: string
  at: number
  /** `issuing` and `voiding` are still under way. */
  state: 'issuing' | 'issued' | 'voiding' | 'void'
  issuedCount: number
  usedCount: number
  voidedCount: number
  voided: { at: number; reason: string; byName: string } | null
  /** It is of stores that the caller manages, and not void yet. */
  mayVoid: boolean
}

export interface BatchList {
  serverNow: number
  batches: BatchRow[]
  nextCursor: string | null
}

export interface BatchVoided {
  batchId: string
  voidedAt: number
  reason: string
}

const onManagersDesk = { role: 'manager', identity: 'staff' } as const

/** Coupons given out together: why, by whom, and what became of them. */
export const couponBatches = {
  /** One coupon to each, as the template is published now. */
  issue: endpoint<{ batchId: string }>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({ templateId: documentId, memberIds, reason }),
  }),
  batches: endpoint<BatchList>()({
    ...onManagersDesk,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** Nothing more is given of it; what is not used is withdrawn, and its owners are told. */
  voidBatch: endpoint<BatchVoided>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({ batchId: documentId, reason }),
  }),
}
