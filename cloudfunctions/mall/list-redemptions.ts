import type { mall } from '../../shared/contract/mall'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { redemptionCardOf, redemptionsOf } from './repository'

/** A page of the member's redemptions with their pick-up codes, the newest first. */
export const listRedemptions: UseCase<typeof mall.redemptions> = async (input, context) => {
  const beforeAt = input.cursor === undefined ? null : Number(input.cursor)
  if (beforeAt !== null && !Number.isSafeInteger(beforeAt)) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const { member, now, todayOn } = context
  const rows = await redemptionsOf(member._id, { beforeAt, limit: PAGE_SIZE_ROWS + 1 })
  const page = rows.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    serverNow: now,
    redemptions: page.map((redemption) => redemptionCardOf(redemption, todayOn)),
    nextCursor: rows.length > PAGE_SIZE_ROWS && last ? String(last.redeemedAt) : null,
  })
}
