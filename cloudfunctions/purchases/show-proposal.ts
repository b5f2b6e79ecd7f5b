import type { purchases } from '../../shared/contract/purchases'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { proposalViewOf, readProposal } from './proposals'

/** What the shopper has said to it by now: asked by whoever proposed it, and nobody else. */
export const showProposal: UseCase<typeof purchases.proposal> = async (
  { proposalId },
  { staff, now },
) => {
  const proposal = await readProposal(proposalId)
  if (proposal?.staffId !== staff._id) return refuse('PROPOSAL_NOT_FOUND')
  return accept(proposalViewOf(proposal, now))
}
