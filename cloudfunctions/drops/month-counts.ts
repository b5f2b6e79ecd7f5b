/**
 * How many coupons the drops of a community give in a calendar month, against its budget. A drop
 * counts in the month in which it opens, with all it may give, until it is cancelled.
 */
import { businessDayOf } from '../../shared/business-day'
import type { DropPlan } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Community } from '../communities/repository'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { managesStore } from '../runtime/roles'

/** `_id` is `{community}:{month}`. */
export interface DropMonthDocument {
  readonly communityId: string
  /** `2026-03` */
  readonly month: string
  readonly count: number
}

type Counted = Pick<DropPlan, 'opensAt' | 'quotas'>

interface Counting {
  /** What is counted already; null for a new drop. */
  readonly before: Counted | null
  /** What counts from now on; null for one that is cancelled. */
  readonly after: Counted | null
  /** Those of `after`, with their budgets. */
  readonly communities: readonly Community[]
}

interface Step {
  readonly communityId: string
  readonly month: string
  readonly added: number
  /** What of it this drop had before. */
  readonly had: number
}

/**
 * Counts in the transaction that changes the drop: two that plan at once meet at the month's
 * document, so they cannot overshoot together. An owner is bound by the budget, the manager of the
 * store is not. Refuses DROP_BUDGET with the field, and what this drop may give at most.
 */
export async function countInTransaction(
  tx: Transaction,
  { before, after, communities }: Counting,
  context: StaffContext,
): Promise<Outcome<null>> {
  for (const step of stepsOf({ before, after }, context)) {
    const { communityId, month, added, had } = step
    const count = await countIn(tx, step)
    const community = communities.find((each) => each._id === communityId)
    const budget = community && budgetFor(community, context)
    if (added > 0 && typeof budget === 'number' && count + added > budget) {
      const place = after?.quotas.findIndex((quota) => quota.communityId === communityId)
      const leftCount = Math.max(0, budget - count + had)
      return refuse('DROP_BUDGET', { field: `quotas.${place}.quota`, leftCount, month })
    }
    await addTo(tx, step, count)
  }
  return accept(null)
}

/** Gives back what a drop counted that gives nothing: there is no budget to ask for that. */
export async function releaseInTransaction(
  tx: Transaction,
  drop: Counted,
  context: Pick<StaffContext, 'shop'>,
): Promise<void> {
  for (const step of stepsOf({ before: drop, after: null }, context)) {
    await addTo(tx, step, await countIn(tx, step))
  }
}

async function countIn(tx: Transaction, step: Step): Promise<number> {
  return (await tx.get<DropMonthDocument>('drop_months', keyOf(step)))?.count ?? 0
}

function addTo(tx: Transaction, step: Step, count: number): Promise<void> {
  const { communityId, month, added } = step
  return tx.put('drop_months', { _id: keyOf(step), communityId, month, count: count + added })
}

function keyOf({ communityId, month }: Pick<Step, 'communityId' | 'month'>): string {
  return `${communityId}:${month}`
}

function budgetFor({ storeId, monthCount }: Community, { staff }: StaffContext): number | null {
  return managesStore(staff, storeId) ? null : monthCount
}

/** What each month's count changes by; where nothing changes nothing is touched. */
function stepsOf(
  { before, after }: Pick<Counting, 'before' | 'after'>,
  { shop }: Pick<StaffContext, 'shop'>,
): readonly Step[] {
  const steps = new Map<string, Step>()
  const add = ({ opensAt, quotas }: Counted, sign: 1 | -1) => {
    const month = businessDayOf(opensAt, shop.businessDay).slice(0, 7)
    for (const { communityId, quota } of quotas) {
      const key = `${communityId}:${month}`
      const { added = 0, had = 0 } = steps.get(key) ?? {}
      const own = { communityId, month, added: added + sign * quota }
      steps.set(key, { ...own, had: had + (sign < 0 ? quota : 0) })
    }
  }
  if (before) add(before, -1)
  if (after) add(after, 1)
  return [...steps.values()].filter(({ added }) => added !== 0)
}
