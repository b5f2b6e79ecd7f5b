import type { purchases } from '../../shared/contract/purchases'
import type { RefundAnswer } from '../../shared/contract/refunds'
import { refuse } from '../../shared/refusal'
import { giftsForPurchase } from '../coupons/repository'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitRefund } from './refund-case'
import { type RefundWish, refundIn } from './refund-in-transaction'
import { readPurchase } from './repository'

/**
 * Undoes a purchase or parts of its lines: money, points (into debt when they are spent), coupon,
 * gifts. The same request again answers the first result; when nothing is left, another one
 * refuses PURCHASE_REFUNDED with when and by whom. With the hash of a preview it does exactly
 * what that showed, or refuses PREVIEW_STALE. Refuses STORE_FOREIGN and SELF_SERVICE, and what
 * the rule refuses.
 */
export const refundPurchase: UseCase<typeof purchases.refund> = (wish, context) =>
  recorded<RefundAnswer>(context, { meaning: meaningOf(wish) }, async ({ record }) => {
    const giftIds = (await giftsForPurchase(wish.purchaseId)).map(({ _id }) => _id)
    return inTransaction(async (tx) => {
      const purchase = await readPurchase(wish.purchaseId, tx)
      if (!purchase) return refuse('PURCHASE_NOT_FOUND')
      const admitted = admitRefund(purchase, context)
      if (!admitted.ok) return admitted
      const outcome = await refundIn(tx, purchase, { wish, giftIds, context })
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })

/** The preview is no part of it: a retry after a lost answer may have looked again meanwhile. */
function meaningOf({ purchaseId, lines, freightFen, isShopFault }: RefundWish) {
  return {
    purchaseId,
    ...(lines ? { lines: JSON.stringify(lines) } : {}),
    ...(freightFen > 0 ? { freightFen } : {}),
    ...(isShopFault ? { isShopFault } : {}),
  }
}
