import type { purchases } from '../../shared/contract/purchases'
import type { MyPurchase } from '../../shared/contract/refunds'
import { explainRefund } from '../../shared/purchases/explain-refund'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { openedOf } from './purchase-answers'
import type { Purchase } from './purchase-document'
import { readPurchase } from './repository'

/** One purchase of the member, and what each refund of it did. Refuses PURCHASE_NOT_FOUND. */
export const showMine: UseCase<typeof purchases.showMine> = async ({ purchaseId }, context) => {
  const purchase = await readPurchase(purchaseId)
  if (purchase?.memberId !== context.memberId) return refuse('PURCHASE_NOT_FOUND')
  return accept({
    serverNow: context.now,
    purchase: openedOf(purchase),
    refunds: purchase.refunds.map((refund) => toldOf(refund, purchase)),
  })
}

function toldOf(
  refund: Purchase['refunds'][number],
  { bill }: Purchase,
): MyPurchase['refunds'][number] {
  const { at, moneyFen } = refund
  return {
    at,
    moneyFen,
    sentences: explainRefund({ ...refund, titles: titlesOf(refund, bill.lines) }),
  }
}

/** Of a bill of one line it need not be said what came back. */
function titlesOf(
  refund: Pick<Purchase['refunds'][number], 'lines'>,
  lines: Purchase['bill']['lines'],
): string[] {
  if (lines.length === 1) return []
  const named = new Set(refund.lines.map(({ lineNo }) => lineNo))
  return lines.filter(({ lineNo }) => named.has(lineNo)).map(({ title }) => title)
}
