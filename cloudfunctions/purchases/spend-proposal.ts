import { burn } from '../../shared/points/ledger'
import {
  admitFigures,
  admitUse,
  type ProposedBill,
  type ProposedFigures,
} from '../../shared/purchases/points-payment'
import type { Bill, PointsPaid } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Book, enter } from '../points/ledger'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { readProposal, type StoredProposal, saveProposal } from './proposals'

/** The book after points have paid their part, and what they paid. */
export interface Spent {
  readonly book: Book
  readonly pointsPaid: PointsPaid | null
}

/**
 * The points that the shopper has confirmed for exactly this bill; null when none were proposed.
 * Refuses PROPOSAL_NOT_FOUND for another member's, and whatever `admitUse` does.
 */
export async function confirmedFor(
  tx: Transaction,
  proposalId: string | undefined,
  { bill, now }: { readonly bill: ProposedBill; readonly now: number },
): Promise<Outcome<StoredProposal | null>> {
  if (proposalId === undefined) return accept(null)
  const proposal = await readProposal(proposalId, tx)
  if (proposal?.memberId !== bill.memberId) return refuse('PROPOSAL_NOT_FOUND')
  const admitted = admitUse(proposal, bill, now)
  return admitted.ok ? accept(proposal) : admitted
}

/** Burns them in the settle's own book, if the rules still come to what she has seen. */
export function spendConfirmed(
  book: Book,
  confirmed: ProposedFigures | null,
  { bill, context, ...place }: Spending,
): Outcome<Spent> {
  if (!confirmed) return accept({ book, pointsPaid: null })
  const { points, offFen } = confirmed
  const admitted = admitFigures(confirmed, bill.pointsOffFen, bill.payableFen)
  if (!admitted.ok) return admitted
  const step = burn(book.account, points)
  if (!step.ok) return step
  const rule = context.shop.payWithPoints
  const lots = step.value.movement.lotChanges.map((lot) => ({
    expiresOn: lot.expiresOn,
    points: -lot.points,
  }))
  const { storeId, receiptNo } = place
  const words = {
    key: `purchase:${context.requestKey}:points`,
    reason: 'purchasePaid',
    storeId,
    sourceId: context.requestKey,
    facts: { offFen, receiptNo },
    ...(rule ? { rule } : {}),
  } as const
  return accept({ book: enter(book, step.value, words), pointsPaid: { points, offFen, lots } })
}

interface Spending {
  readonly bill: Bill
  readonly context: StaffContext
  readonly storeId: string
  readonly receiptNo: string | null
}

/** One use: the purchase that spent it stands in it. */
export async function markUsed(
  tx: Transaction,
  proposal: StoredProposal | null,
  purchaseId: string,
): Promise<void> {
  if (proposal) await saveProposal(tx, { ...proposal, state: 'used', purchaseId })
}
