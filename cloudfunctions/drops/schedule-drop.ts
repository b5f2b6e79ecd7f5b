import type { drops } from '../../shared/contract/drops'
import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { admitChange, admitPlan, type DropPlan, stateAt } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { readCommunity } from '../communities/repository'
import { admitDesk } from '../communities/rights'
import { loadTemplates } from '../coupons/templates'
import type { StaffContext, UseCase } from '../runtime/context'
import { insertNew, inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type Drop, forgetDrop, readDrop } from './repository'

type Scheduled = OutputOf<typeof drops.schedule>
type Wish = ParsedInputOf<typeof drops.schedule>

/** A plan that its rule, its communities, its template and the platform's rules allow. */
interface Admitted {
  readonly plan: DropPlan
  readonly template: CouponTemplate
}

/**
 * Plans a drop for communities that are the caller's. Refuses what `admitPlan` refuses,
 * COMMUNITY_NOT_FOUND and STORE_FOREIGN for a community of others, COMMUNITY_PAUSED,
 * TEMPLATE_NOT_FOUND, SHARE_RULE for a text that the platform forbids.
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
    const answer = { dropId: requestKey, batchId: requestKey }
    const inserted = await insertNew<Drop>('drops', {
      ...{ _id: requestKey, ...drawnOf(admitted.value), batchId: requestKey },
      ...{ closedAt: null, cancelledAt: null, announcedAt: null },
      ...{ scheduledAt: now, scheduledBy: memberId, request: { hash, answer } },
    })
    return inserted.ok ? accept(answer) : inserted
  })
}

/**
 * Plans it anew, before it opens. Refuses what `schedule` refuses, DROP_NOT_FOUND, DROP_STARTED
 * and DROP_CLOSED.
 */
export const changeDrop: UseCase<typeof drops.change> = ({ dropId, ...wish }, context) => {
  const meaning = { dropId, plan: JSON.stringify(planOf(wish)) }
  return recorded<{ dropId: string }>(context, { meaning }, async ({ record }) => {
    const admitted = await admittedPlan(wish, context)
    if (!admitted.ok) return admitted
    const change = drawnOf(admitted.value)
    return changeIn(dropId, context, async (tx, drop, now) => {
      const inTime = admitChange(drop, now)
      if (!inTime.ok) return inTime
      await tx.put('drops', { ...drop, ...change })
      await record(tx, { dropId })
      return accept({ dropId })
    })
  })
}

/** Before it opens. Again it changes nothing. Refuses DROP_NOT_FOUND, DROP_STARTED, DROP_CLOSED. */
export const cancelDrop: UseCase<typeof drops.cancel> = ({ dropId }, context) =>
  changeIn(dropId, context, async (tx, drop, now) => {
    const cancelled = { dropId, state: 'cancelled' } as const
    if (drop.cancelledAt !== null) return accept(cancelled)
    const inTime = admitChange(drop, now)
    if (!inTime.ok) return inTime
    await tx.put('drops', { ...drop, cancelledAt: now })
    return accept(cancelled)
  })

/**
 * Before its end; what was claimed stays, and instances stop within seconds. Again it changes
 * nothing. Refuses DROP_NOT_FOUND, and DROP_NOT_OPEN for one that is to be cancelled.
 */
export const closeDrop: UseCase<typeof drops.close> = ({ dropId }, context) =>
  changeIn(dropId, context, async (tx, drop, now) => {
    const state = stateAt(drop, now)
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
  const known = await readDrop(dropId)
  if (!known) return refuse('DROP_NOT_FOUND')
  const own = await admitCommunities(known.quotas, context)
  // Another's drop is as absent as one that never was.
  if (!own.ok) return refuse('DROP_NOT_FOUND')
  const outcome = await inTransaction(async (tx) => {
    const drop = await readDrop(dropId, tx)
    return drop ? change(tx, drop, Date.now()) : refuse('DROP_NOT_FOUND')
  })
  forgetDrop(dropId)
  return outcome
}

async function admittedPlan(wish: Wish, context: StaffContext): Promise<Outcome<Admitted>> {
  const plan = planOf(wish)
  const sound = admitPlan(plan, context.now)
  if (!sound.ok) return sound
  for (const field of ['title', 'terms'] as const) {
    const lawful = admitShareText(field, plan[field])
    if (!lawful.ok) return lawful
  }
  const own = await admitCommunities(plan.quotas, context, { mayBePaused: false })
  if (!own.ok) return own
  const template = (await loadTemplates()).get(plan.templateId)
  if (!template) return refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
  return accept({ plan, template })
}

/** Refuses the first community that is not the caller's to plan for. */
async function admitCommunities(
  quotas: DropPlan['quotas'],
  context: StaffContext,
  { mayBePaused } = { mayBePaused: true },
): Promise<Outcome<null>> {
  for (const [place, { communityId }] of quotas.entries()) {
    const field = `quotas.${place}.communityId`
    const community = await readCommunity(communityId)
    if (!community) return refuse('COMMUNITY_NOT_FOUND', { field })
    const admitted = admitDesk(community, context)
    if (!admitted.ok) return refuse(admitted.code, { ...admitted.detail, field })
    if (community.isPaused && !mayBePaused) return refuse('COMMUNITY_PAUSED', { field })
  }
  return accept(null)
}

function planOf({ title, terms = '', who, templateId, opensAt, closesAt, quotas }: Wish): DropPlan {
  const { joinedBeforeOn = null, tierFrom = null } = who
  return { title, terms, who: { joinedBeforeOn, tierFrom }, templateId, opensAt, closesAt, quotas }
}

function drawnOf({ plan, template }: Admitted) {
  return { ...plan, template, communityIds: plan.quotas.map(({ communityId }) => communityId) }
}
