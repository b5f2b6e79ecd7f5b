import { burn } from '../../shared/points/ledger'
import type { Bill } from '../../shared/purchases/bill'
import { admitFigures, admitUse, type ProposedBill } from '../../shared/purchases/points-payment'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Book, enter } from '../points/ledger'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { readProposal, type StoredProposal, saveProposal } from './proposals'
import { entryKeyOf } from './purchase-document'

/** The book after points have paid their part, and the bill that says from which lots. */
export interface Spent {
  readonly book: Book
  readonly bill: Bill
}

/**
 * The points that the shopper has confirmed for exactly this bill; null when none were proposed.
 * Refuses PROPOSAL_NOT_FOUND for another member's, and whatever `admitUse` does.
 */
export async function confirmedFor(
  tx: Transaction,
  proposalId: string | undefined,
  { asked, now }: { readonly asked: ProposedBill; readonly now: number },
): Promise<Outcome<StoredProposal | null>> {
  if (proposalId === undefined) return accept(null)
  const proposal = await readProposal(proposalId, tx)
  if (proposal?.memberId !== asked.memberId) return refuse('PROPOSAL_NOT_FOUND')
  const admitted = admitUse(proposal, asked, now)
  return admitted.ok ? accept(proposal) : admitted
}

/** Burns them in the settle's own book, if the rules still come to what she has seen. */
export function spendConfirmed(
  book: Book,
  confirmed: StoredProposal | null,
  { bill, context, storeId, receiptNo }: Spending,
): Outcome<Spent> {
  if (!confirmed) return accept({ book, bill })
  const { points, offFen } = confirmed.bill.points
  const admitted = admitFigures(confirmed.bill, bill)
  if (!admitted.ok) return admitted
  const step = burn(book.account, points)
  if (!step.ok) return step
  const rule = context.shop.payWithPoints
  const lots = step.value.movement.lotChanges.map((lot) => ({
    expiresOn: lot.expiresOn,
    points: -lot.points,
  }))
  const words = {
    key: `${entryKeyOf(context.requestKey)}:points`,
    reason: 'purchasePaid',
    storeId,
    sourceId: context.requestKey,
    facts: { offFen, receiptNo },
    ...(rule ? { rule } : {}),
  } as const
  const paid = { ...bill, points: { points, offFen, lots } }
  return accept({ book: enter(book, step.value, words), bill: paid })
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
