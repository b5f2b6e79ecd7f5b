import { accept } from '../../shared/refusal'
import type { Job, JobContext } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import {
  ABANDONED_AFTER_MS,
  abandonedKeys,
  forgetReturn,
  keepUnit,
  releaseUnit,
} from '../runtime/units'
import {
  allRewards,
  overduePickups,
  type Redemption,
  type Reward,
  readRedemption,
  stockDueBefore,
  unitOf,
} from './repository'
import { returnStock, undoRedemption } from './undo-redemption'

const PAGE_ROWS = 50

/**
 * Finishes what a crash left half-done with stock, and returns what nobody fetched in time. Every
 * step is conditional, so it may be killed anywhere, run again, or run twice at once.
 */
export const sweepStock: Job = { isDue: isAnythingDue, run: sweep }

/**
 * The business date on which this instance found nothing overdue. Nothing becomes so until the
 * next date; what slips in at midnight is found a day later, or by another instance.
 */
let noneOverdueOn = ''

/** Two or three reads at once, each answered by an index or by the one page of rewards. */
async function isAnythingDue({ now, todayOn }: JobContext): Promise<boolean> {
  const [overdue, returns, rewards] = await Promise.all([
    noneOverdueOn === todayOn ? [] : overduePickups(todayOn, 1),
    stockDueBefore(now - ABANDONED_AFTER_MS, 1),
    allRewards(),
  ])
  if (overdue.length === 0) noneOverdueOn = todayOn
  if (overdue.length > 0 || returns.length > 0) return true
  return rewards.some(
    ({ pending, returning }) =>
      abandonedKeys(pending, now).length + abandonedKeys(returning, now).length > 0,
  )
}

async function sweep(context: JobContext): Promise<Record<string, number>> {
  const expired = await expirePickups(context)
  const returned = await finishReturns(context)
  const marks = { kept: 0, released: 0, forgotten: 0 }
  for (const reward of await allRewards()) await settleMarks(reward, context, marks)
  return { expired, returned, ...marks }
}

/** A pick-up code that ran out gives points and stock back. */
async function expirePickups(context: JobContext): Promise<number> {
  let count = 0
  for (const overdue of await overduePickups(context.todayOn, PAGE_ROWS)) {
    const outcome = await inTransaction(async (tx) => {
      const redemption = await readRedemption(overdue._id, tx)
      if (redemption?.state !== 'waiting') return accept(false)
      const reason = 'pickupExpired' as const
      const undone = await undoRedemption(tx, redemption, { state: 'expired', reason, context })
      return undone.ok ? accept(true) : undone
    })
    if (!outcome.ok || !outcome.value) continue
    await returnStock(overdue, context.now)
    count += 1
  }
  return count
}

/** A cancellation that died between its commit and the return of its unit. */
async function finishReturns(context: JobContext): Promise<number> {
  const due: Redemption[] = await stockDueBefore(context.now - ABANDONED_AFTER_MS, PAGE_ROWS)
  for (const redemption of due) await returnStock(redemption, context.now)
  return due.length
}

/** Marks whose holder cannot be alive: booked ones are cleared, the others' units go back. */
async function settleMarks(
  reward: Reward,
  { now }: JobContext,
  marks: { kept: number; released: number; forgotten: number },
): Promise<void> {
  for (const key of abandonedKeys(reward.pending, now)) {
    const unit = unitOf(reward._id, key)
    const booked = await readRedemption(key)
    if (booked) await keepUnit(unit)
    else await releaseUnit(unit, reward.pending[key] ?? 0)
    marks[booked ? 'kept' : 'released'] += 1
  }
  for (const key of abandonedKeys(reward.returning, now)) {
    const redemption = await readRedemption(key)
    if (redemption?.stockDueAt != null) continue
    await forgetReturn(unitOf(reward._id, key))
    marks.forgotten += 1
  }
}
