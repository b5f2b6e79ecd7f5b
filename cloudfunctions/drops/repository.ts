/** Drops and what was claimed of them. A claim is a coupon whose key is one slot of the drop. */
import { spokenDate } from '../../shared/business-date'
import type { DropCoupon } from '../../shared/contract/drops'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { type DropPlan, type DropTimes, stateAt } from '../../shared/drops/drop'
import type { Shop } from '../../shared/rules/shop'
import {
  aggregate,
  command,
  findWhere,
  getById,
  type Stored,
  type Transaction,
} from '../runtime/database'
import { keptBriefly } from '../runtime/kept'
import type { Booked } from '../runtime/once'
import { storeNameOf } from '../runtime/roles'
import { isPublic, type Review } from './review'

export interface DropDocument extends DropPlan, DropTimes {
  /** Those of its quotas, for the index. */
  readonly communityIds: readonly string[]
  /** As its coupons are made; a template that changes later changes nothing here. */
  readonly template: CouponTemplate
  readonly batchId: string
  readonly scheduledAt: number
  readonly scheduledBy: string
  /** When its owners were told that it has opened. */
  readonly announcedAt: number | null
  /** When the last of those was told who wished it; missing while somebody may still wish it. */
  readonly remindedAt?: number | null
  /** How its texts stand; a drop with one that is not approved is as absent as none. */
  readonly review: Review
  /** What `review` comes to, for queries. */
  readonly isPublished: boolean
  readonly request: Booked<{ dropId: string; batchId: string; isHeld: boolean }>
}
export type Drop = Stored<DropDocument>

/** So long an instance trusts what it read of an open drop: closing it early takes as long. */
const OPEN_KEPT_MS = 3_000
const NEXT_KEPT_MS = 10_000

export function readDrop(dropId: string, tx?: Transaction): Promise<Drop | null> {
  return tx ? tx.get<DropDocument>('drops', dropId) : getById<DropDocument>('drops', dropId)
}

/** For those who do not plan it: null also while its texts are not approved. */
export async function readPublicDrop(dropId: string): Promise<Drop | null> {
  const drop = await readDrop(dropId)
  return drop && isPublic(drop) ? drop : null
}

const open = keptBriefly<Drop | null>(OPEN_KEPT_MS)

/**
 * The drop as a claim needs it. Before it opens it may still change, so only one that was read
 * after its opening is kept, for some seconds.
 */
export function dropForClaim(dropId: string, now: number): Promise<Drop | null> {
  const isOpen = (drop: Drop | null) => drop !== null && stateAt(drop, now) === 'open'
  return open.read(dropId, () => readPublicDrop(dropId), isOpen)
}

/** This instance changed a drop. */
export function forgetDrop(dropId: string): void {
  open.forget(dropId)
}

const next = keptBriefly<number | null>(NEXT_KEPT_MS)

/** When the next drop of a community opens; null when none is planned. Kept for some seconds. */
export async function nextDropAt(communityId: string, now: number): Promise<number | null> {
  const readNext = async () => {
    const planned = { communityIds: communityId, cancelledAt: null, isPublished: true }
    const filter = { ...planned, opensAt: command.gt(now) }
    const soonest = { orderBy: ['opensAt', 'asc'], limit: 1 } as const
    return (await findWhere<DropDocument>('drops', filter, soonest))[0]?.opensAt ?? null
  }
  const known = await next.read(communityId, readNext)
  if (known === null || known > now) return known
  // The one that was next has opened meanwhile.
  next.forget(communityId)
  return next.read(communityId, readNext)
}

/** Where a page of drops ended: many open at one minute, so their ids tell them apart. */
export interface DropPlace {
  readonly opensAt: number
  readonly dropId: string
}

/** A page of drops that any of these communities has, the latest first, after a place. */
export function dropsOf(
  communityIds: readonly string[],
  { after, limit }: { after: DropPlace | null; limit: number },
): Promise<Drop[]> {
  const own = { communityIds: command.in([...communityIds]) }
  const later = after && [
    { ...own, opensAt: command.lt(after.opensAt) },
    { ...own, opensAt: after.opensAt, _id: command.lt(after.dropId) },
  ]
  const latest = { orderBy: ['opensAt', 'desc'], thenBy: ['_id', 'desc'], limit } as const
  return findWhere<DropDocument>('drops', later ? command.or(later) : own, latest)
}

/** Drops that have opened and whose owners were not told yet. */
export function unannouncedDrops(now: number, limit: number): Promise<Drop[]> {
  return findWhere<DropDocument>(
    'drops',
    { announcedAt: null, cancelledAt: null, isPublished: true, opensAt: command.lte(now) },
    { orderBy: ['opensAt', 'asc'], limit },
  )
}

/** What was claimed and what was used of these batches, by community. */
export async function figuresOf(
  batchIds: readonly string[],
): Promise<
  readonly { batchId: string; communityId: string; claims: number; redemptions: number }[]
> {
  if (batchIds.length === 0) return []
  const $ = command.aggregate
  const rows = await aggregate<{
    _id: { batchId: string; communityId: string; state: string }
    count: number
  }>('coupons', [
    ['match', { batchId: command.in([...batchIds]) }],
    [
      'group',
      {
        _id: { batchId: '$batchId', communityId: '$communityId', state: '$state' },
        count: $.sum(1),
      },
    ],
    ['limit', 1_000],
  ])
  const figures = new Map<
    string,
    { batchId: string; communityId: string; claims: number; redemptions: number }
  >()
  for (const { _id, count } of rows) {
    const { batchId, communityId, state } = _id
    const key = `${batchId} ${communityId}`
    const so = figures.get(key) ?? { batchId, communityId, claims: 0, redemptions: 0 }
    const redemptions = so.redemptions + (state === 'used' ? count : 0)
    figures.set(key, { ...so, claims: so.claims + count, redemptions })
  }
  return [...figures.values()]
}

/** What it gives, in the shopper's words. */
export function dropCouponOf({ template }: Pick<Drop, 'template'>, shop: Shop): DropCoupon {
  const { title, thresholdFen, limits, validity } = template
  return {
    ...{ title, thresholdFen, face: faceOf(template), sentence: sentenceOf(template) },
    limitWords: [...limitWordsOf(limits, (storeId) => storeNameOf(shop, storeId))],
    validityText:
      'validDays' in validity
        ? `领取后 ${validity.validDays} 天内可用`
        : `${spokenDate(validity.validFromOn)}至${spokenDate(validity.validUntilOn)}可用`,
  }
}
