import type { payments } from '../../shared/contract/payments'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { FlagDocument } from './order-document'
import { flagsBefore } from './repository'

/** Money that a person must look at, the newest first. */
export const listFlags: UseCase<typeof payments.flags> = async (input) => {
  const beforeAt = instantOfCursor(input.cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await flagsBefore(beforeAt, PAGE_SIZE_ROWS + 1)
  const { rows, nextCursor } = pageByInstant(found, PAGE_SIZE_ROWS, ({ at }) => at)
  return accept({ flags: rows.map(({ _id, ...flag }) => ({ flagId: _id, ...flag })), nextCursor })
}

/** Ticks a flag off; who was first stays. Refuses FLAG_NOT_FOUND. */
export const seeFlag: UseCase<typeof payments.seeFlag> = ({ flagId }, context) => {
  const { now: at, staff } = context
  return recorded<{ flagId: string; seen: { name: string; at: number } }>(
    context,
    { meaning: { flagId } },
    ({ record }) =>
      inTransaction(async (tx) => {
        const flag = await tx.get<FlagDocument>('payment_flags', flagId)
        if (!flag) return refuse('FLAG_NOT_FOUND')
        const seen = flag.seen ?? { name: staff.displayName, at }
        if (!flag.seen) await tx.put('payment_flags', { ...flag, seen })
        await record(tx, { flagId, seen })
        return accept({ flagId, seen })
      }),
  )
}
