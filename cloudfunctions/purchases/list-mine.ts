import type { purchases } from '../../shared/contract/purchases'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { myPurchaseRowOf } from './purchase-answers'
import { purchasesOf } from './repository'

/** A page of the member's own purchases, the newest first. */
export const listMine: UseCase<typeof purchases.mine> = async ({ cursor }, context) => {
  const beforeAt = instantOfCursor(cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await purchasesOf(context.memberId, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.settledAt)
  return accept({ serverNow: context.now, purchases: rows.map(myPurchaseRowOf), nextCursor })
}
