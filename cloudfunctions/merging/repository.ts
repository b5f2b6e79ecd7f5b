/** The merges' collection: every merge of two memberships, kept for ever. */
import type { MergeRow, MergeState } from '../../shared/contract/merging'
import { type MovedPoints, UNDO_DAYS } from '../../shared/merging/merging'
import type { Tallies } from '../points/tallies'
import {
  changeIf,
  command,
  findWhere,
  getById,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface MergeDocument {
  readonly fromId: string
  readonly toId: string
  readonly fromName: string
  readonly toName: string
  readonly reason: string
  readonly state: MergeState
  readonly mergedAt: number
  readonly mergedBy: string
  readonly mergedByName: string
  readonly points: number
  readonly debtPoints: number
  /** What the points' undoing needs, and what the account of the one counted beside them. */
  readonly moved: MovedPoints
  readonly tallies: Tallies
  /**
   * Until then the sweeper looks for what has not followed yet: for ever while it is under way,
   * afterwards for as long as a request that began before it may still book something.
   */
  readonly openUntilAt: number
  readonly undone: {
    readonly at: number
    readonly staffId: string
    readonly staffName: string
  } | null
  readonly request: Booked<MergeRow>
}
export type Merge = Stored<MergeDocument>

export const UNDER_WAY_UNTIL_AT = Number.MAX_SAFE_INTEGER
/** A ticket lives ten minutes, a function less than one, and the sweeper comes every ten. */
const STRAYS_COME_MS = 25 * 60_000
const DAY_MS = 86_400_000

export function readMerge(mergeId: string, tx?: Transaction): Promise<Merge | null> {
  return tx ? tx.get<MergeDocument>('merges', mergeId) : getById<MergeDocument>('merges', mergeId)
}

export function insertMerge(tx: Transaction, merge: Merge): Promise<void> {
  return tx.insert('merges', merge)
}

export function saveMerge(tx: Transaction, merge: Merge): Promise<void> {
  return tx.put('merges', merge)
}

/** Everything has followed: from now on only strays are looked for. */
export function closeMerge({ _id, state }: Merge, now: number): Promise<boolean> {
  const underWay = { _id, state, openUntilAt: UNDER_WAY_UNTIL_AT }
  return changeIf('merges', underWay, { openUntilAt: now + STRAYS_COME_MS })
}

/** Merges of which something may not have followed yet. */
export function openMerges(now: number, limit: number): Promise<Merge[]> {
  const open = { openUntilAt: command.gt(now) }
  return findWhere<MergeDocument>('merges', open, { orderBy: ['openUntilAt', 'desc'], limit })
}

/** A page of all merges, the newest first. */
export function mergesBefore(beforeAt: number | null, limit: number): Promise<Merge[]> {
  const older = beforeAt === null ? {} : { mergedAt: command.lt(beforeAt) }
  return findWhere<MergeDocument>('merges', older, { orderBy: ['mergedAt', 'desc'], limit })
}

export function undoUntilAt(mergedAt: number): number {
  return mergedAt + UNDO_DAYS * DAY_MS
}

export function mergeRowOf(merge: Omit<Merge, 'request'>): MergeRow {
  const { _id, fromName, toName, points, debtPoints, reason, state, mergedAt } = merge
  return {
    mergeId: _id,
    fromName,
    toName,
    points,
    debtPoints,
    reason,
    state,
    mergedAt,
    mergedByName: merge.mergedByName,
    undoUntilAt: undoUntilAt(mergedAt),
    undoneAt: merge.undone?.at ?? null,
  }
}
