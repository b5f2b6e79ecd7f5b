/**
 * What of a rule's budget is left, in all and for a day. Many may fight for the last one, so it is
 * taken outside of every transaction; the place that was taken is booked in the one that gives.
 */
import type { GiftBudget, GiftRule } from '../../shared/gifts/gift-rule'
import { type Outcome, refuse } from '../../shared/refusal'
import {
  getById,
  insertNew,
  inTransaction,
  type Stored,
  type Transaction,
} from '../runtime/database'
import { type BookedUnits, bookWithUnits, type WantedUnits } from '../runtime/unit-booking'
import type { UndoableBooking, UnitsOf } from '../runtime/unit-sweeper'
import type { UnitHolder } from '../runtime/units'

export interface BudgetDocument extends UnitHolder {
  /** What it began with, or was changed to. */
  readonly count: number
}
export type Budget = Stored<BudgetDocument>

/** One gift of a budget, of whom it was taken for. */
interface PlaceDocument extends UndoableBooking, BookedUnits {
  readonly memberId: string
}

/** For the sweeper: no place is given back, whatever becomes of its gift. */
export const budgetPlaces: UnitsOf<PlaceDocument> = {
  holders: 'gift_budgets',
  bookings: 'gift_places',
  unitsOf: () => [],
}

/** The budgets of a rule on a date, each with its bound; without bounds there are none. */
export function budgetsOf(
  ruleId: string,
  { totalCount, dayCount }: GiftBudget,
  on: string,
): readonly { readonly id: string; readonly count: number }[] {
  return [
    ...(totalCount === null ? [] : [{ id: totalBudgetId(ruleId), count: totalCount }]),
    ...(dayCount === null ? [] : [{ id: dayBudgetId(ruleId, on), count: dayCount }]),
  ]
}

export function totalBudgetId(ruleId: string): string {
  return `${ruleId}:all`
}

export function dayBudgetId(ruleId: string, on: string): string {
  return `${ruleId}:${on}`
}

export function readBudget(id: string): Promise<Budget | null> {
  return getById<BudgetDocument>('gift_budgets', id)
}

interface Place {
  readonly rule: Pick<GiftRule, 'ruleId' | 'budget'>
  /** The grant's. */
  readonly key: string
  readonly memberId: string
  readonly now: number
  readonly todayOn: string
  /** Asked before anything is taken. */
  readonly admit: () => Promise<Outcome<unknown>>
}

/**
 * Gives within the rule's budget, or without one just gives. Refuses GIFT_USED_UP, and what `give`
 * refuses.
 */
export async function withinBudget<T>(
  place: Place,
  give: (tx: Transaction) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { rule, key, memberId, now, todayOn, admit } = place
  const budgets = budgetsOf(rule.ruleId, rule.budget, todayOn)
  if (budgets.length === 0) return inTransaction(give)
  const wanted: WantedUnits[] = []
  for (const { id, count } of budgets) {
    wanted.push({ collection: 'gift_budgets', document: await openBudget(id, count), count: 1 })
  }
  const outcome = await bookWithUnits<T>({
    ...{ now, into: { collection: 'gift_places', key }, wanted, admit },
    book: async (tx, holder) => {
      const given = await give(tx)
      if (given.ok) {
        await tx.insert('gift_places', { _id: key, memberId, holder, stockDueAt: null })
      }
      return given
    },
  })
  return !outcome.ok && outcome.code === 'SOLD_OUT' ? refuse('GIFT_USED_UP') : outcome
}

/** The first who asks makes it. */
async function openBudget(id: string, count: number): Promise<Budget> {
  const known = await readBudget(id)
  if (known) return known
  const fresh = { _id: id, count, leftCount: count, pending: {}, returning: {} }
  return (await insertNew('gift_budgets', fresh)).ok ? fresh : ((await readBudget(id)) ?? fresh)
}

/** Follows a change of the bounds: what was given stays given. */
export async function changeBudgets(
  tx: Transaction,
  { ruleId, budget }: Pick<GiftRule, 'ruleId' | 'budget'>,
  { todayOn, inc }: { readonly todayOn: string; readonly inc: (by: number) => unknown },
): Promise<void> {
  for (const { id, count } of budgetsOf(ruleId, budget, todayOn)) {
    const known = await tx.get<BudgetDocument>('gift_budgets', id)
    if (!known || known.count === count) continue
    await tx.update('gift_budgets', id, { count, leftCount: inc(count - known.count) })
  }
}
