import * as v from 'valibot'
import { endpoint } from './endpoint'
import { cursor, documentId, reason } from './fields'

/** A text waits for a person, and is published once she approves it. */
export type HeldState = 'held' | 'approved' | 'rejected'

/** A text that the platform's check was not sure of. */
export interface HeldRow {
  heldId: string
  /** What it belongs to: a row of the table of kinds. */
  kind: string
  subjectId: string
  field: string
  text: string
  authorName: string
  at: number
}

export interface HeldList {
  serverNow: number
  texts: HeldRow[]
  nextCursor: string | null
}

export interface HeldDecision {
  heldId: string
  state: Exclude<HeldState, 'held'>
  decidedByName: string
  decidedAt: number
}

/** Texts that were held for a person, and what managers decide about them. */
export const moderation = {
  /** What waits, the longest first. */
  held: endpoint<HeldList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** Approved, it is published at once; the author reads the reason of a rejection. */
  decide: endpoint<HeldDecision>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({
      heldId: documentId,
      verdict: v.picklist(['approve', 'reject']),
      reason: v.optional(reason),
    }),
  }),
}
