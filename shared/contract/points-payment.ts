import * as v from 'valibot'
import type { ProposalState } from '../purchases/points-payment'
import { purchaseLines, roundOffFen } from './bill-fields'
import { endpoint } from './endpoint'
import {
  couponIds,
  documentId,
  excludedFen,
  freightFen,
  memberCode,
  paidPoints,
  ticket,
  tillBillFen,
} from './fields'

/** Points that staff propose to take off a bill, and what the shopper said to it. */
export interface ProposalView {
  serverNow: number
  proposalId: string
  state: ProposalState
  storeName: string
  points: number
  /** Money that they take off. */
  offFen: number
  billFen: number
  /** What is left to pay in money. */
  payableFen: number
  /** Until when she may say yes, and the till may use it. */
  untilAt: number
}

export const pointsPayment = {
  /** The shopper sees it on her code page, and says yes or no there. */
  proposePoints: endpoint<ProposalView>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: v.object({
      memberCode: v.optional(memberCode),
      ticket: v.optional(ticket),
      billFen: tillBillFen,
      excludedFen: v.optional(excludedFen, 0),
      lines: v.optional(purchaseLines),
      freightFen: v.optional(freightFen, 0),
      roundOffFen: v.optional(roundOffFen, 0),
      couponId: v.optional(documentId),
      couponIds: v.optional(couponIds),
      storeId: v.optional(documentId),
      paidPoints,
    }),
  }),
  /** What staff wait for. */
  proposal: endpoint<ProposalView>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ proposalId: documentId }),
  }),
  /** The shopper's own word; a yes may become a no until the till has used it. */
  answerProposal: endpoint<ProposalView>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ proposalId: documentId, agrees: v.boolean() }),
  }),
}
