import { accept } from '../../shared/refusal'
import type { Chore, Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { giveBackUnits, sweepUnits } from '../runtime/unit-sweeper'
import { lookAtPictures } from './look-at-pictures'
import { overduePickups, readRedemption, stock } from './repository'
import { undoRedemption } from './undo-redemption'

const PAGE_ROWS = 50

/** A pick-up code that ran out gives points and stock back, at the first tick of the day after. */
const expirePickups: Chore = {
  name: 'expire-pickups',
  every: 'day',
  isDue: async ({ todayOn }) => (await overduePickups(todayOn, 1)).length > 0,
  run: expire,
}

/**
 * Finishes what a crash left half-done with stock, and returns what nobody fetched in time. Every
 * step is conditional, so it may be killed anywhere, run again, or run twice at once.
 */
export const sweepStock: Timer = { chores: [expirePickups, sweepUnits(stock), lookAtPictures] }

async function expire(context: JobContext): Promise<Record<string, number>> {
  let expired = 0
  let refused = 0
  const overduePage = await overduePickups(context.todayOn, PAGE_ROWS)
  for (const overdue of overduePage) {
    if (!context.hasTimeLeft()) return { expired, unfinished: 1 }
    const outcome = await inTransaction(async (tx) => {
      const redemption = await readRedemption(overdue._id, tx)
      if (redemption?.state !== 'waiting') return accept(false)
      const reason = 'pickupExpired' as const
      const undone = await undoRedemption(tx, redemption, { state: 'expired', reason, context })
      return undone.ok ? accept(true) : undone
    })
    if (!outcome.ok) refused += 1
    if (!outcome.ok || !outcome.value) continue
    await giveBackUnits(stock, overdue, context.now)
    expired += 1
  }
  const isMore = overduePage.length === PAGE_ROWS || expired < overduePage.length
  const counts = { expired, unfinished: isMore ? 1 : 0 }
  // E.g. an account that must be looked at first: the run's record says that there is one.
  return refused > 0 ? { ...counts, refused } : counts
}
