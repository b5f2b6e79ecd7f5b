/**
 * Batches: coupons that were given out together, for one reason. Whoever gives coupons of one
 * (an issue by hand, a drop) reads it before each of them: of a void batch nothing more is given.
 */
import type { BatchRow } from '../../shared/contract/coupon-batches'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import {
  aggregate,
  changeIf,
  command,
  findWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Booked } from '../runtime/once'
import { managesStore } from '../runtime/roles'

export interface BatchDocument {
  readonly kind: BatchRow['kind']
  /** As it was published when the batch was made: all its coupons are of that version. */
  readonly template: CouponTemplate
  readonly reason: string
  readonly authorId: string
  readonly authorName: string
  /** Of these stores it is: whoever manages each of them may void it. */
  readonly storeIds: readonly string[]
  readonly at: number
  /** The business date of `at`, from which its coupons' days count. */
  readonly issuedOn: string
  readonly state: BatchRow['state']
  /** When a chore looks after it, while it is issuing or voiding. */
  readonly dueAt: number
  /** To whom it goes; empty once all have it. */
  readonly memberIds: readonly string[]
  /** So many of them have it. */
  readonly doneCount: number
  readonly voided: BatchRow['voided']
  /** Of a batch that a request of its own made. */
  readonly request: Booked<{ batchId: string }> | null
}
export type Batch = Stored<BatchDocument>

/** Longer than a function lives: who was giving coupons of a batch when it was voided is done. */
export const UNDER_WAY_MS = 100_000

/** A batch that gives as long as it is not void; whoever issues to a list says to whom. */
export function batchOf(
  made: Pick<
    BatchDocument,
    'kind' | 'template' | 'reason' | 'authorId' | 'authorName' | 'storeIds' | 'at' | 'issuedOn'
  > & { readonly batchId: string; readonly memberIds?: readonly string[] },
): Batch {
  const { batchId: _id, memberIds = [], ...rest } = made
  return {
    ...rest,
    _id,
    memberIds,
    ...{ doneCount: 0, voided: null, request: null, dueAt: made.at + UNDER_WAY_MS },
    state: memberIds.length > 0 ? 'issuing' : 'issued',
  }
}

export function readBatch(batchId: string, tx?: Transaction): Promise<Batch | null> {
  return tx
    ? tx.get<BatchDocument>('coupon_batches', batchId)
    : getById<BatchDocument>('coupon_batches', batchId)
}

/** Which of these batches are void. */
export async function voidedAmong(batchIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (batchIds.length === 0) return new Set()
  const filter = { _id: command.in([...batchIds]), voided: command.neq(null) }
  const found = await findWhere<BatchDocument>('coupon_batches', filter, { limit: batchIds.length })
  return new Set(found.map(({ _id }) => _id))
}

/** May coupons of it be given still? Refuses BATCH_VOIDED with when. */
export function admitGiving({ voided }: Pick<Batch, 'voided'>): Outcome<null> {
  return voided ? refuse('BATCH_VOIDED', { voidedAt: voided.at }) : accept(null)
}

/** A batch that is older than the field is of the whole shop. */
export function mayVoid(
  { storeIds }: Pick<Batch, 'storeIds'> | { readonly storeIds?: undefined },
  { staff, shop }: Pick<StaffContext, 'staff' | 'shop'>,
): boolean {
  const ids = storeIds ?? shop.stores.map(({ storeId }) => storeId)
  return ids.every((storeId) => managesStore(staff, storeId))
}

export function insertBatch(tx: Transaction, batch: Batch): Promise<void> {
  return tx.insert('coupon_batches', batch)
}

/** Of a request that makes nothing else. Refuses ALREADY_THERE. */
export function insertBatchAlone(batch: Batch): Promise<Outcome<null>> {
  return insertNew('coupon_batches', batch)
}

export function saveBatch(tx: Transaction, batch: Batch): Promise<void> {
  return tx.put('coupon_batches', batch)
}

/** False when it is in another state by now. */
export function changeBatchIn(
  state: Batch['state'],
  batchId: string,
  change: Partial<Pick<Batch, 'state' | 'dueAt' | 'doneCount'>>,
): Promise<boolean> {
  const list = change.state === 'issued' ? { memberIds: command.set([]) } : {}
  return changeIf('coupon_batches', { _id: batchId, state }, { ...change, ...list })
}

/** Batches in this state that somebody has to look after, the longest overdue first. */
export function dueBatches(state: Batch['state'], now: number, limit: number): Promise<Batch[]> {
  const due = { state, dueAt: command.lte(now) }
  return findWhere<BatchDocument>('coupon_batches', due, { orderBy: ['dueAt', 'asc'], limit })
}

/** Batches before an instant, the newest first. */
export function batchesBefore(beforeAt: number | null, limit: number): Promise<Batch[]> {
  const filter = beforeAt === null ? {} : { at: command.lt(beforeAt) }
  return findWhere<BatchDocument>('coupon_batches', filter, { orderBy: ['at', 'desc'], limit })
}

type Counts = Pick<BatchRow, 'issuedCount' | 'usedCount' | 'voidedCount'>

/** What became of the coupons of some batches: one call, counted by the database. */
export async function countedOf(batchIds: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  if (batchIds.length === 0) return new Map()
  const $ = command.aggregate
  const inState = (state: string) => $.sum($.cond([$.eq(['$state', state]), 1, 0]))
  const counted = await aggregate<Counts & { _id: string }>('coupons', [
    ['match', { batchId: command.in([...batchIds]) }],
    [
      'group',
      {
        _id: '$batchId',
        issuedCount: $.sum(1),
        usedCount: inState('used'),
        voidedCount: inState('revoked'),
      },
    ],
    ['limit', batchIds.length],
  ])
  return new Map(counted.map(({ _id, ...counts }) => [_id, counts]))
}
