/**
 * Points given or taken by hand, always with a reason. Staff each move so many points a day, 500 in
 * a new shop. What a manager moves for one member beyond 1,000 points a day waits until a second
 * manager agrees; in a shop with one manager it waits 24 hours. The figures are a rule of the
 * shop. Taking never clamps: it is refused with what is missing.
 */

import { accept, type Outcome, refuse } from '../refusal'
import type { AdjustmentRule } from '../rules/shop-rules'
import { takeEarliest } from './lots'
import { credit, type LedgerStep, type PointsAccount, step } from './points-account'

export type AdjustmentState = 'waiting' | 'booked' | 'rejected'

/** What one person has adjusted today so far, up and down counted alike. */
export interface AdjustedToday {
  readonly totalPoints: number
  /** Of these, for the member in question: a large sum in small pieces is a large sum. */
  readonly memberPoints: number
}

const HOUR_MS = 3_600_000

/** At once, or after approval? Refuses ADJUSTMENT_CAP to staff, with what is left of the day. */
export function admitAdjustment(
  points: number,
  { isManager, today }: { isManager: boolean; today: AdjustedToday },
  rule: AdjustmentRule,
): Outcome<'atOnce' | 'afterApproval'> {
  const size = Math.abs(points)
  if (isManager) {
    const isLarge = today.memberPoints + size > rule.aloneCapPoints
    return accept(isLarge ? 'afterApproval' : 'atOnce')
  }
  const leftPoints = Math.max(rule.clerkDayCapPoints - today.totalPoints, 0)
  return size > leftPoints ? refuse('ADJUSTMENT_CAP', { leftPoints }) : accept('atOnce')
}

/** When a shop without a second manager books it by itself. */
export function ripensAt(askedAt: number, { ripensAfterHours }: AdjustmentRule): number {
  return askedAt + ripensAfterHours * HOUR_MS
}

/**
 * Gives points into the lot of their expiry date, debt first, or takes the soonest-expiring.
 * Taking refuses ACCOUNT_FROZEN, and POINTS_INSUFFICIENT with what is missing.
 */
export function adjust(
  account: PointsAccount,
  points: number,
  expiresOn: string,
): Outcome<LedgerStep> {
  if (points > 0) {
    const given = { kind: 'adjust', from: 'program:adjusted' } as const
    return accept(credit(account, [{ expiresOn, points }], given))
  }
  if (account.frozen) return refuse('ACCOUNT_FROZEN')
  const missingPoints = -points - account.balancePoints
  if (missingPoints > 0) return refuse('POINTS_INSUFFICIENT', { missingPoints })
  const { lots, taken } = takeEarliest(account.lots, -points)
  const posting = { from: 'member', to: 'program:adjusted', points: -points } as const
  const { debtPoints } = account
  return accept(step(account, { lots, debtPoints }, { kind: 'adjust', posting, taken }))
}
