import type { drops } from '../../shared/contract/drops'
import type { OutputOf } from '../../shared/contract/endpoint'
import { admitChange, stateAt } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import {
  admitGiving,
  type Batch,
  batchOf,
  insertBatch,
  readBatch,
  saveBatch,
} from '../coupons/batches-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type AdmittedPlan, admitCommunities, admittedPlan, drawnOf, planOf } from './admitted-plan'
import { forTheFirst } from './level-for'
import { countInTransaction, releaseInTransaction } from './month-counts'
import { type Drop, forgetDrop, readDrop } from './repository'
import { checkTexts, reviewInTransaction, standingOf } from './review'

type Scheduled = OutputOf<typeof drops.schedule>
type Changed = OutputOf<typeof drops.change>

/**
 * Plans a drop for communities that are the caller's. Refuses what `admitPlan` refuses,
 * COMMUNITY_NOT_FOUND and STORE_FOREIGN for a community of others, COMMUNITY_PAUSED,
 * TEMPLATE_NOT_FOUND, SHARE_RULE and TEXT_RISKY for a text that may not be published, DROP_BUDGET
 * with how many coupons are left of the month.
 */
export const scheduleDrop: UseCase<typeof drops.schedule> = (wish, context) => {
  const { requestKey, now, memberId } = context
  const asked = {
    meaning: { plan: JSON.stringify(planOf(wish)) },
    find: () => readDrop(requestKey),
  }
  return recorded<Scheduled>(context, asked, async ({ hash }) => {
    const admitted = await admittedPlan(wish, context)
    if (!admitted.ok) return admitted
    const { plan, communities } = admitted.value
    const checks = await checkTexts(plan, null)
    if (!checks.ok) return checks
    const texts = { dropId: requestKey, plan, before: null, checks: checks.value }
    return decidedAgain<Scheduled>(async (tx) => {
      const counted = { before: null, after: plan, communities }
      const inBudget = await countInTransaction(tx, counted, context)
      if (!inBudget.ok) return inBudget
      const review = await reviewInTransaction(tx, texts, context)
      if (!review.ok) return review
      const standing = standingOf(review.value)
      const ids = { dropId: requestKey, batchId: requestKey }
      const answer = { ...ids, isHeld: !standing.isPublished }
      await insertBatch(tx, batchFor(admitted.value, context))
      await tx.insert<Drop>('drops', {
        ...{ _id: requestKey, ...drawnOf(admitted.value), batchId: requestKey, ...standing },
        ...{ closedAt: null, cancelledAt: null, announcedAt: null },
        ...{ scheduledAt: now, scheduledBy: memberId, request: { hash, answer } },
      })
      return accept(answer)
    })
  })
}

/**
 * Plans it anew, before it opens. Refuses what `schedule` refuses, DROP_NOT_FOUND, DROP_STARTED,
 * DROP_CLOSED, and BATCH_VOIDED for one that was called back as a whole.
 */
export const changeDrop: UseCase<typeof drops.change> = ({ dropId, ...wish }, context) => {
  const meaning = { dropId, plan: JSON.stringify(planOf(wish)) }
  return recorded<Changed>(context, { meaning }, async ({ record }) => {
    const known = await ownDrop(dropId, context)
    if (!known.ok) return known
    const stillEarly = admitChange(forTheFirst(known.value, context), context.now)
    if (!stillEarly.ok) return stillEarly
    const admitted = await admittedPlan(wish, context)
    if (!admitted.ok) return admitted
    const { plan, communities } = admitted.value
    const checks = await checkTexts(plan, known.value)
    if (!checks.ok) return checks
    const outcome = await decidedAgain<Changed>(async (tx, at) => {
      const before = await readDrop(dropId, tx)
      if (!before) return refuse('DROP_NOT_FOUND')
      const inTime = admitChange(forTheFirst(before, context), at)
      if (!inTime.ok) return inTime
      const batch = await batchIn(tx, before)
      if (!batch.ok) return batch
      const counted = { before, after: plan, communities }
      const inBudget = await countInTransaction(tx, counted, context)
      if (!inBudget.ok) return inBudget
      const texts = { dropId, plan, before, checks: checks.value }
      const review = await reviewInTransaction(tx, texts, context)
      if (!review.ok) return review
      const standing = standingOf(review.value)
      const answer = { dropId, isHeld: !standing.isPublished }
      await tx.put('drops', { ...before, ...drawnOf(admitted.value), ...standing })
      await saveBatch(tx, { ...batch.value, ...batchTextOf(admitted.value) })
      await record(tx, answer)
      return accept(answer)
    })
    forgetDrop(dropId)
    return outcome
  })
}

/** All that it gives is one batch, which a manager may void. */
function batchFor(admitted: AdmittedPlan, { requestKey, staff, now, todayOn }: StaffContext) {
  const author = { authorId: staff._id, authorName: staff.displayName }
  const made = { at: now, issuedOn: todayOn, ...batchTextOf(admitted) }
  return batchOf({ kind: 'drop', batchId: requestKey, ...made, ...author })
}

function batchTextOf({ plan, template, communities }: AdmittedPlan) {
  const storeIds = [...new Set(communities.map(({ storeId }) => storeId))]
  return { template, storeIds, reason: `社群福利：${plan.title}` }
}

/** The batch of a drop that may give still. Refuses BATCH_VOIDED: a change brings nothing back. */
async function batchIn(tx: Transaction, { batchId }: Drop): Promise<Outcome<Batch>> {
  const batch = await readBatch(batchId, tx)
  if (!batch) return refuse('BATCH_NOT_FOUND')
  const giving = admitGiving(batch)
  return giving.ok ? accept(batch) : giving
}

/** Before it opens. Again it changes nothing. Refuses DROP_NOT_FOUND, DROP_STARTED, DROP_CLOSED. */
export const cancelDrop: UseCase<typeof drops.cancel> = ({ dropId }, context) =>
  changeIn(dropId, context, async (tx, drop, now) => {
    const cancelled = { dropId, state: 'cancelled' } as const
    if (drop.cancelledAt !== null) return accept(cancelled)
    const inTime = admitChange(forTheFirst(drop, context), now)
    if (!inTime.ok) return inTime
    await releaseInTransaction(tx, drop, context)
    await tx.put('drops', { ...drop, cancelledAt: now })
    return accept(cancelled)
  })

/**
 * Before its end; what was claimed stays, and instances stop within seconds. Again it changes
 * nothing. Refuses DROP_NOT_FOUND, and DROP_NOT_OPEN for one that is to be cancelled.
 */
export const closeDrop: UseCase<typeof drops.close> = ({ dropId }, context) =>
  changeIn(dropId, context, async (tx, drop, now) => {
    const state = stateAt(forTheFirst(drop, context), now)
    if (state === 'scheduled') return refuse('DROP_NOT_OPEN', { opensAt: drop.opensAt })
    if (state === 'open') await tx.put('drops', { ...drop, closedAt: now })
    return accept({ dropId, state: state === 'open' ? 'closed' : state })
  })

/**
 * Reads the drop in a transaction, for those who may change it. `now` is the instant of this
 * attempt: a request that came before the opening and had to wait must not change what is open.
 */
async function changeIn<T>(
  dropId: string,
  context: StaffContext,
  change: (tx: Transaction, drop: Drop, now: number) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const known = await ownDrop(dropId, context)
  if (!known.ok) return known
  const outcome = await inTransaction(async (tx, at) => {
    const drop = await readDrop(dropId, tx)
    return drop ? change(tx, drop, at) : refuse('DROP_NOT_FOUND')
  })
  forgetDrop(dropId)
  return outcome
}

/** Another's drop is as absent as one that never was: refuses DROP_NOT_FOUND. */
async function ownDrop(dropId: string, context: StaffContext): Promise<Outcome<Drop>> {
  const drop = await readDrop(dropId)
  if (!drop) return refuse('DROP_NOT_FOUND')
  const own = await admitCommunities(drop.quotas, context)
  return own.ok ? accept(drop) : refuse('DROP_NOT_FOUND')
}

/** Who meets another at the same key decides again: the other has it by then. */
async function decidedAgain<T>(work: (tx: Transaction, at: number) => Promise<Outcome<T>>) {
  const outcome = await inTransaction(work)
  return !outcome.ok && outcome.code === 'ALREADY_THERE' ? refuse('UNDER_WAY') : outcome
}
