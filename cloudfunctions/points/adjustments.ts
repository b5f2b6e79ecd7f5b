/** Adjustments by hand: their collection, and the one way to book one. */
import { expiryOf } from '../../shared/business-date'
import type { AdjustmentRow } from '../../shared/contract/points'
import { type AdjustedToday, type AdjustmentState, adjust } from '../../shared/points/adjustment'
import { type Outcome, type RefusalCode, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { Context } from '../runtime/context'
import { command, findWhere, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'
import type { Fleeting } from '../runtime/retention'
import { enter, openBook, post } from './ledger'

export interface AdjustmentDocument {
  readonly memberId: string
  readonly maskedName: string
  readonly points: number
  readonly note: string
  readonly state: AdjustmentState
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: number
  readonly ripensAt: number | null
  readonly decided: Decision | null
  readonly request: Booked<AdjustmentRow>
}
export type Adjustment = Stored<AdjustmentDocument>

/** Nobody decided (null) what time has ripened. */
export interface Decision {
  readonly staffId: string | null
  readonly staffName: string | null
  readonly at: number
  /** Why it could not be booked once it was ripe. */
  readonly refusal: RefusalCode | null
}

interface AdjustmentDay {
  readonly on: string
  readonly totalPoints: number
  readonly byMember: Readonly<Record<string, number>>
}

/** Counts of days that are over: the adjustments themselves stay. */
export const oldAdjustmentDays: Fleeting = { collection: 'adjustment_days', datedBy: { on: 'on' } }

type Booking = Pick<Adjustment, '_id' | 'memberId' | 'points' | 'note' | 'askedBy'> & {
  /** Who agreed to what somebody else asked for. */
  readonly agreedBy?: string
}

/**
 * Enters it in the member's book and tells her, in the caller's transaction. Refuses what `adjust`
 * refuses, and SELF_SERVICE when she was merged since into the one who asked or agreed.
 */
export async function bookAdjustment(
  tx: Transaction,
  { _id, memberId, points, note, askedBy, agreedBy }: Booking,
  context: Pick<Context, 'now' | 'todayOn' | 'shop'>,
): Promise<Outcome<null>> {
  const book = await openBook(tx, memberId, context)
  if ([askedBy, agreedBy].includes(book.account._id)) return refuse('SELF_SERVICE')
  const expiresOn = expiryOf(context.todayOn, context.shop.earnRule.validityMonths)
  const step = adjust(book.account, points, expiresOn)
  if (!step.ok) return step
  const words = {
    key: `adjust:${_id}`,
    reason: 'adjusted',
    sourceId: _id,
    staffId: askedBy,
    rule: context.shop.adjustmentRule,
  } as const
  await post(tx, enter(book, step.value, { ...words, facts: { note } }))
  await tell(tx, {
    ...{ memberId: book.account._id, source: _id, at: context.now },
    ...{ kind: 'pointsAdjusted', facts: { points, note } },
  })
  return { ok: true, value: null }
}

/** What this person has adjusted today; `count` adds to it in the same transaction. */
export async function openAdjustmentDay(
  tx: Transaction,
  { staffId, todayOn, memberId }: { staffId: string; todayOn: string; memberId: string },
): Promise<{ today: AdjustedToday; count: (points: number) => Promise<void> }> {
  const _id = `${staffId}:${todayOn}`
  const day = await tx.get<AdjustmentDay>('adjustment_days', _id)
  const { totalPoints = 0, byMember = {} } = day ?? {}
  const memberPoints = byMember[memberId] ?? 0
  const count = (points: number) => {
    const size = Math.abs(points)
    const counted = { ...byMember, [memberId]: memberPoints + size }
    const document = { on: todayOn, totalPoints: totalPoints + size, byMember: counted }
    return tx.put('adjustment_days', { _id, ...document })
  }
  return { today: { totalPoints, memberPoints }, count }
}

/** A page of all adjustments, the newest first. */
export function adjustmentsBefore(beforeAt: number | null, limit: number): Promise<Adjustment[]> {
  const older = beforeAt === null ? {} : { askedAt: command.lt(beforeAt) }
  return findWhere<AdjustmentDocument>('points_adjustments', older, {
    orderBy: ['askedAt', 'desc'],
    limit,
  })
}

/** Those that have waited long enough for nobody. */
export function ripeAdjustments(now: number, limit: number): Promise<Adjustment[]> {
  const ripe = { state: 'waiting', ripensAt: command.lte(now).and(command.gt(0)) }
  return findWhere<AdjustmentDocument>('points_adjustments', ripe, {
    orderBy: ['ripensAt', 'asc'],
    limit,
  })
}

export function adjustmentRowOf(adjustment: Omit<Adjustment, 'request'>): AdjustmentRow {
  const { _id, maskedName, points, note, state, askedByName, askedAt, ripensAt } = adjustment
  return {
    adjustmentId: _id,
    maskedName,
    points,
    reason: note,
    state,
    askedByName,
    askedAt,
    ripensAt,
    decidedByName: adjustment.decided?.staffName ?? null,
    decidedAt: adjustment.decided?.at ?? null,
  }
}
