import type { ProposalView } from '../../shared/contract/points-payment'
import type { purchases } from '../../shared/contract/purchases'
import { admitAnswer } from '../../shared/purchases/points-payment'
import { accept, refuse } from '../../shared/refusal'
import { releaseCoupon } from '../coupons/release-in-transaction'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { proposalViewOf, readProposal, saveProposal } from './proposals'

/**
 * The shopper's yes or no to points that staff proposed; a no gives the coupons of the bill back.
 * The same word again changes nothing. Refuses PROPOSAL_NOT_FOUND, PROPOSAL_EXPIRED,
 * PROPOSAL_DECLINED, PROPOSAL_USED.
 */
export const answerProposal: UseCase<typeof purchases.answerProposal> = async (
  { proposalId, agrees },
  { member, now, todayOn },
) => {
  return inTransaction<ProposalView>(async (tx) => {
    const proposal = await readProposal(proposalId, tx)
    // Somebody else's is as absent as one that never was.
    if (proposal?.memberId !== member._id) return refuse('PROPOSAL_NOT_FOUND')
    const admitted = admitAnswer(proposal, agrees, now)
    if (!admitted.ok) return admitted
    const state = agrees ? 'confirmed' : 'declined'
    const answered = { ...proposal, state, answeredAt: now } as const
    if (proposal.state !== state) await saveProposal(tx, answered)
    if (!agrees) {
      for (const couponId of proposal.couponIds) {
        await releaseCoupon(tx, { couponId, holdId: proposalId }, { now, todayOn })
      }
    }
    return accept(proposalViewOf(answered, now))
  })
}
