/** Redemptions. The stock of rewards is taken by `runtime/units.ts`, outside transactions. */
import type { PickupPreview, RedeemAnswer, RedemptionCard } from '../../shared/contract/mall'
import type { RedemptionState, RewardKind } from '../../shared/mall/redemption'
import type { Lot } from '../../shared/points/lots'
import type { Belonging } from '../runtime/belongings'
import {
  command,
  countWhere,
  findWhere,
  getById,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Booked } from '../runtime/once'
import type { PickupDocument } from '../runtime/pickups'
import type { UndoableBooking, UnitsOf } from '../runtime/unit-sweeper'

export interface RedemptionDocument
  extends Pick<Belonging, 'mergeId'>,
    PickupDocument,
    UndoableBooking {
  readonly maskedName: string
  readonly rewardId: string
  readonly rewardTitle: string
  readonly picture: string
  readonly kind: RewardKind
  readonly pricePoints: number
  /** What is paid by WeChat besides, and until when; absent: nothing. */
  readonly cashFen?: number
  readonly payUntilAt?: number
  /** Where the points came from, so that they can go back there. */
  readonly burntLots: readonly Lot[]
  readonly state: RedemptionState
  readonly redeemedAt: number
  /** When its points went back, because she cancelled it or its time ran out. */
  readonly cancelled: { readonly at: number } | null
  readonly request: Booked<RedeemAnswer>
}
export type Redemption = Stored<RedemptionDocument>

export function readRedemption(id: string, tx?: Transaction): Promise<Redemption | null> {
  return tx
    ? tx.get<RedemptionDocument>('redemptions', id)
    : getById<RedemptionDocument>('redemptions', id)
}

/** A page of a member's redemptions made before an instant, the newest first. */
export function redemptionsOf(
  memberId: string,
  page: { beforeAt: number | null; limit: number },
): Promise<Redemption[]> {
  const older = page.beforeAt === null ? {} : { redeemedAt: command.lt(page.beforeAt) }
  return findWhere<RedemptionDocument>(
    'redemptions',
    { memberId, ...older },
    {
      orderBy: ['redeemedAt', 'desc'],
      limit: page.limit,
    },
  )
}

/** What waits to be handed to a member; a handful, so one page is all. */
export function waitingOf(memberId: string, todayOn: string): Promise<Redemption[]> {
  return findWhere<RedemptionDocument>('redemptions', waiting(memberId, todayOn), {
    orderBy: ['redeemedAt', 'desc'],
    limit: 20,
  })
}

export function countWaiting(memberId: string, todayOn: string): Promise<number> {
  return countWhere('redemptions', waiting(memberId, todayOn))
}

/** What waits to be handed over in the whole shop. */
export function countAllWaiting(todayOn: string): Promise<number> {
  return countWhere('redemptions', { state: 'waiting', expiresOn: command.gte(todayOn) })
}

/** Redemptions that nobody fetched in time, the longest overdue first. */
export function overduePickups(todayOn: string, limit: number): Promise<Redemption[]> {
  return findWhere<RedemptionDocument>(
    'redemptions',
    {
      state: 'waiting',
      expiresOn: command.lt(todayOn),
    },
    { orderBy: ['expiresOn', 'asc'], limit },
  )
}

/** What was handed over from one instant up to another, the earliest first. */
export function handedOverBetween(
  { fromAt, beforeAt }: { fromAt: number; beforeAt: number },
  limit: number,
): Promise<Redemption[]> {
  const at = command.gte(fromAt).and(command.lt(beforeAt))
  return findWhere<RedemptionDocument>(
    'redemptions',
    { 'collected.at': at },
    { orderBy: ['collected.at', 'asc'], limit },
  )
}

/** A redemption takes one unit of its reward. */
export const stock: UnitsOf<RedemptionDocument> = {
  holders: 'rewards',
  bookings: 'redemptions',
  unitsOf: ({ rewardId }) => [{ collection: 'rewards', id: rewardId, count: 1 }],
}

export function redemptionCardOf(
  redemption: Omit<Redemption, 'request' | 'holder'>,
  todayOn: string,
): RedemptionCard {
  const { _id, rewardId, rewardTitle, picture, kind, pricePoints, pickupCode } = redemption
  const { redeemedAt, expiresOn, collected, cancelled, state, cashFen = 0 } = redemption
  const isPaid = state !== 'unpaid' && state !== 'lapsed'
  const over = state === 'waiting' && expiresOn < todayOn
  return {
    redemptionId: _id,
    rewardId,
    rewardTitle,
    picture,
    kind,
    pricePoints,
    cashFen,
    payUntilAt: state === 'unpaid' ? (redemption.payUntilAt ?? null) : null,
    pickupCode: isPaid ? pickupCode : '',
    redeemedAt,
    expiresOn,
    state: over ? 'expired' : state,
    collectedAt: collected?.at ?? null,
    collectedStoreName: collected?.storeName ?? null,
    cancelledAt: cancelled?.at ?? null,
  }
}

export function pickupPreviewOf(redemption: Redemption): PickupPreview {
  const { _id, pickupCode, rewardTitle, picture, maskedName, redeemedAt, expiresOn } = redemption
  return {
    redemptionId: _id,
    pickupCode,
    rewardTitle,
    picture,
    maskedName,
    redeemedAt,
    expiresOn,
  }
}

function waiting(memberId: string, todayOn: string) {
  return { memberId, state: 'waiting', expiresOn: command.gte(todayOn) }
}
