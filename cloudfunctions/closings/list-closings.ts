import { isBusinessDate } from '../../shared/business-date'
import { isOurs } from '../../shared/closings/day-closing'
import type { ClosingRow, closings } from '../../shared/contract/closings'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { type ClosingPlace, closingsBefore, type StoredClosing } from './closing-books'

/**
 * A page of a store's signed closings, the latest day first. Refuses STORE_REQUIRED and
 * STORE_FOREIGN.
 */
export const listClosings: UseCase<typeof closings.closings> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const after = placeOf(input.cursor)
  if (after === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { storeId } = store.value
  const asked = { storeId, tillNo: input.tillNo, after, limit: PAGE_SIZE_ROWS + 1 }
  const found = await closingsBefore(asked)
  const closings = found.slice(0, PAGE_SIZE_ROWS)
  const last = closings.at(-1)
  const nextCursor = found.length > closings.length && last ? cursorOf(last) : null
  return accept({ serverNow: context.now, closings: closings.map(rowOf), nextCursor })
}

function cursorOf({ businessOn, tillNo }: ClosingPlace): string {
  return `${businessOn}:${tillNo}`
}

/** Null for the first page, `undefined` for what is no cursor. */
function placeOf(cursor: string | undefined): ClosingPlace | null | undefined {
  if (cursor === undefined) return null
  const [businessOn = '', tillNo = ''] = cursor.split(':')
  return isBusinessDate(businessOn) && tillNo !== '' ? { businessOn, tillNo } : undefined
}

function rowOf(closing: StoredClosing): ClosingRow {
  const { storeId, businessOn, tillNo, signedAt, staffName, sums } = closing
  const { purchaseCount, paidFen, refundFen } = sums
  const receipts = closing.receiptDifferences.filter(isOurs)
  const differenceCount = closing.differences.length + receipts.length
  return {
    ...{ storeId, businessOn, tillNo, signedAt, staffName },
    ...{ purchaseCount, paidFen, refundFen, differenceCount },
  }
}
