/** Points that staff proposed to take off a bill, and what became of that. */
import type { ProposalView } from '../../shared/contract/points-payment'
import type { Proposal } from '../../shared/purchases/points-payment'
import type { Outcome } from '../../shared/refusal'
import { getById, insertNew, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'
import type { Fleeting } from '../runtime/retention'

export interface ProposalDocument extends Proposal {
  readonly storeName: string
  readonly proposedAt: number
  readonly answeredAt: number | null
  /** The purchase that used it. */
  readonly purchaseId: string | null
  readonly request: Booked<ProposalView>
}
export type StoredProposal = Stored<ProposalDocument>

/** Proposals that no purchase used; a used one says that the shopper agreed, and stays. */
export const oldProposals: Fleeting = {
  collection: 'points_proposals',
  datedBy: { at: 'proposedAt' },
  where: { purchaseId: null },
}

export function readProposal(id: string, tx?: Transaction): Promise<StoredProposal | null> {
  return tx
    ? tx.get<ProposalDocument>('points_proposals', id)
    : getById<ProposalDocument>('points_proposals', id)
}

export function insertProposal(proposal: StoredProposal): Promise<Outcome<null>> {
  return insertNew('points_proposals', proposal)
}

export function saveProposal(tx: Transaction, proposal: StoredProposal): Promise<void> {
  return tx.put('points_proposals', proposal)
}

export function proposalViewOf(
  proposal: Omit<StoredProposal, 'request'>,
  serverNow: number,
): ProposalView {
  const { _id: proposalId, state, storeName, untilAt } = proposal
  const { billFen, paidFen: payableFen, points } = proposal.bill
  const { points: count, offFen } = points
  return {
    ...{ serverNow, proposalId, state, storeName, untilAt },
    ...{ points: count, offFen, billFen, payableFen },
  }
}
