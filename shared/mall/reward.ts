/** A reward as a manager writes it: what it is, what it costs, who may have it and when. */
import { MAX_REWARD_STOCK } from '../limits'
import { accept, type Outcome, refuse } from '../refusal'
import type { TierId } from '../tiers/tier'
import type { RewardKind } from './redemption'

export const rewardKinds: readonly RewardKind[] = ['goods', 'service']

/** What members see of it first; it is looked at before others see it. */
export interface RewardFace {
  readonly title: string
  readonly description: string
  /** A file in storage, or empty: none. */
  readonly picture: string
}

export interface RewardOffer {
  readonly kind: RewardKind
  readonly pricePoints: number
  /** What is paid by WeChat besides; 0: nothing. */
  readonly cashFen: number
  /** What it costs in the shop; 0: nobody says. */
  readonly worthFen: number
  readonly limitPerMember: number
  readonly limitPerDay: number | null
  readonly tierFrom: TierId | null
  readonly saleFromOn: string | null
  readonly saleUntilOn: string | null
  /** The smaller, the further to the front. */
  readonly sortOrder: number
  readonly isOnShelf: boolean
}

export interface RewardStock {
  readonly leftCount: number
  readonly totalCount: number
}

/** A file that somebody put into the storage. */
export function isStoredPicture(picture: string): boolean {
  return picture.startsWith('cloud://')
}

/** Refuses INPUT_INVALID with the field: an end before the beginning, more a day than in all. */
export function admitOffer(
  offer: Pick<RewardOffer, 'limitPerMember' | 'limitPerDay' | 'saleFromOn' | 'saleUntilOn'>,
): Outcome<null> {
  const { limitPerMember, limitPerDay, saleFromOn, saleUntilOn } = offer
  if (saleFromOn !== null && saleUntilOn !== null && saleUntilOn < saleFromOn) {
    return refuse('INPUT_INVALID', { field: 'saleUntilOn' })
  }
  if (limitPerDay !== null && limitPerDay > limitPerMember) {
    return refuse('INPUT_INVALID', { field: 'limitPerDay' })
  }
  return accept(null)
}

/**
 * The stock after a delivery (+) or a correction (−): what was redeemed is left alone. Refuses
 * STOCK_TOO_FEW with how many are left, INPUT_INVALID beyond what a shelf may hold.
 */
export function changedStock(
  { leftCount, totalCount }: RewardStock,
  byCount: number,
): Outcome<RewardStock> {
  if (leftCount + byCount < 0) return refuse('STOCK_TOO_FEW', { leftCount })
  const changed = { leftCount: leftCount + byCount, totalCount: totalCount + byCount }
  if (changed.totalCount > MAX_REWARD_STOCK) return refuse('INPUT_INVALID', { field: 'byCount' })
  return accept(changed)
}

/** All that a manager may change of a reward. */
export type RewardFacts = RewardFace & RewardOffer & RewardStock

export const factNames: readonly (keyof RewardFacts)[] = [
  'title',
  'description',
  'picture',
  'kind',
  'pricePoints',
  'cashFen',
  'worthFen',
  'limitPerMember',
  'limitPerDay',
  'tierFrom',
  'saleFromOn',
  'saleUntilOn',
  'sortOrder',
  'isOnShelf',
  'leftCount',
  'totalCount',
]

/** One fact as it was and as it is; null before: the reward was not there. */
export interface RewardChange {
  field: keyof RewardFacts
  before: string | number | boolean | null
  after: string | number | boolean | null
}

/** What is different, in the order of the form; of a new reward all that it says. */
export function changesBetween(
  before: Partial<RewardFacts> | null,
  after: Partial<RewardFacts>,
): RewardChange[] {
  return factNames.flatMap((field) => {
    const change = { field, before: before?.[field] ?? null, after: after[field] ?? null }
    return change.before === change.after ? [] : [change]
  })
}
