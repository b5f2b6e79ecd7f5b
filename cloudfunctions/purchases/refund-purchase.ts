import type { purchases, RefundAnswer } from '../../shared/contract/purchases'
import { countEarned } from '../../shared/earning'
import { clawBackEarn } from '../../shared/pending'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { readCoupon, returnCoupon } from '../coupons/repository'
import { enter, openBook, post } from '../points/ledger'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { onceRecorded } from '../runtime/once'
import type { Purchase } from './purchase-document'
import { readPurchase, savePurchase } from './repository'

/**
 * Undoes a whole purchase: its points are clawed back (into debt when they are spent), its coupon
 * returns. The same request again answers the first result; another one refuses
 * PURCHASE_REFUNDED with when and by whom. Refuses STORE_FOREIGN and SELF_SERVICE.
 */
export const refundPurchase: UseCase<typeof purchases.refund> = ({ purchaseId }, context) =>
  onceRecorded<RefundAnswer>(context, { purchaseId }, (record) =>
    inTransaction(async (tx) => {
      const outcome = await refundIn(tx, purchaseId, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )

async function refundIn(
  tx: Transaction,
  purchaseId: string,
  context: StaffContext,
): Promise<Outcome<RefundAnswer>> {
  const { todayOn } = context
  const purchase = await readPurchase(purchaseId, tx)
  if (!purchase) return refuse('PURCHASE_NOT_FOUND')
  const admitted = admitRefund(purchase, context)
  if (!admitted.ok) return admitted
  const book = await openBook(tx, purchase.memberId, context)
  const coupon = purchase.couponId && (await readCoupon(tx, purchase.couponId, purchase.memberId))
  const steps = clawBackEarn(book.account, {
    entryKey: `purchase:${purchaseId}`,
    points: purchase.earnedPoints,
    expiresOn: purchase.earnedExpiresOn,
  })
  const account = steps.at(-1)?.account ?? book.account
  const answer: RefundAnswer = {
    purchaseId,
    refundedFen: purchase.paidFen,
    clawedBackPoints: steps.reduce((sum, { movement }) => sum + movement.posting.points, 0),
    newDebtPoints: account.debtPoints - book.account.debtPoints,
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    couponReturned: Boolean(coupon),
    refundedAt: context.now,
  }
  const words = {
    reason: 'purchaseRefunded',
    storeId: purchase.storeId,
    sourceId: purchaseId,
    facts: { paidFen: purchase.paidFen, receiptNo: purchase.receiptNo },
    rule: { ruleId: purchase.ruleId, version: purchase.ruleVersion },
  } as const
  const entered = steps.reduce((so, step, position) => {
    const key = position === 0 ? `refund:${purchaseId}` : `refund:${purchaseId}:rest`
    return enter(so, step, { key, ...words })
  }, book)
  const { earnedPoints, businessOn } = purchase
  await post(tx, entered, {
    earned: countEarned(book.account.earned, -earnedPoints, businessOn),
  })
  if (coupon) await returnCoupon(tx, coupon, todayOn)
  await savePurchase(tx, refunded(purchase, context))
  return accept(answer)
}

function admitRefund(purchase: Purchase, context: StaffContext): Outcome<null> {
  const { staff, memberId } = context
  if (!staff.stores[purchase.storeId]) return refuse('STORE_FOREIGN')
  if (purchase.memberId === memberId) return refuse('SELF_SERVICE')
  const refund = purchase.refunds.at(-1)
  if (!refund) return accept(null)
  return refuse('PURCHASE_REFUNDED', { refundedAt: refund.at, staffName: refund.staffName })
}

function refunded(purchase: Purchase, { now, staff, requestKey }: StaffContext): Purchase {
  const { storeId, lines, freightFen, paidFen, earnedPoints } = purchase
  const refund = {
    requestKey,
    at: now,
    staffId: staff._id,
    staffName: staff.displayName,
    storeId,
    lines: lines.map(({ lineNo, amountFen, paidFen: fen }) => ({
      lineNo,
      amountFen,
      paidFen: fen,
    })),
    freightFen,
    moneyFen: paidFen,
    clawbackPoints: earnedPoints,
  }
  return { ...purchase, state: 'refunded', refunds: [refund], refundedFen: paidFen }
}
