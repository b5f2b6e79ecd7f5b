import type { mall } from '../../shared/contract/mall'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { redemptionCardOf, redemptionsOf } from './repository'

/** A page of the member's redemptions with their pick-up codes, the newest first. */
export const listRedemptions: UseCase<typeof mall.redemptions> = async (input, context) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { member, now, todayOn } = context
  const found = await redemptionsOf(member._id, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, (row) => row.redeemedAt)
  return accept({
    serverNow: now,
    todayOn,
    redemptions: rows.map((redemption) => redemptionCardOf(redemption, todayOn)),
    nextCursor,
  })
}
