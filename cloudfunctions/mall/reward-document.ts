/** Rewards: what members see of one, and what its managers have written last. */
import type { FaceState, SavedReward, ShelfReward } from '../../shared/contract/reward-desk'
import { MAX_REWARDS } from '../../shared/limits'
import { type RewardTerms, saleStateOf } from '../../shared/mall/redemption'
import type { RewardFace, RewardFacts, RewardOffer, RewardStock } from '../../shared/mall/reward'
import { command, findWhere, getById, type Stored, type Transaction } from '../runtime/database'
import { keptAMinute } from '../runtime/kept'
import type { UnitHolder } from '../runtime/units'

/** How one part of a face stands, and which held text it waits for. */
export interface Looked {
  readonly state: FaceState
  readonly heldId: string | null
}

/** What was written last, while members see what was approved before. */
export interface WaitingFace extends RewardFace {
  readonly words: Looked
  readonly look: Looked
  /** Who wrote it, and is told what becomes of it. */
  readonly byId: string
  readonly byName: string
}

export interface RewardDocument
  extends RewardTerms,
    UnitHolder,
    RewardFace,
    RewardStock,
    Pick<RewardOffer, 'kind' | 'worthFen' | 'sortOrder'> {
  readonly leftCount: number
  /** Absent: it is on the shelf. */
  readonly isOnShelf?: boolean
  /** False while no face of it was ever approved; absent: one was. */
  readonly isCleared?: boolean
  /** Absent or null: what members see is what was written last. */
  readonly waiting?: WaitingFace | null
  /** Since when WeChat looks at its picture; absent or 0: it does not. */
  readonly askedAt?: number
  /** How often it was saved; absent: never since it is managed. */
  readonly revision?: number
}
export type Reward = Stored<RewardDocument>

export const fine: Looked = { state: 'fine', heldId: null }

/** All of them, in the order of the mall. */
export function allRewards(): Promise<Reward[]> {
  const options = { orderBy: ['sortOrder', 'asc'], limit: MAX_REWARDS } as const
  return findWhere<RewardDocument>('rewards', {}, options)
}

/** Those that members see, as this instance knows them: what is left of one may be a minute old. */
export const knownRewards: () => Promise<readonly Reward[]> = keptAMinute(async () =>
  (await allRewards()).filter(isForMembers),
)

export function readReward(rewardId: string, tx?: Transaction): Promise<Reward | null> {
  return tx
    ? tx.get<RewardDocument>('rewards', rewardId)
    : getById<RewardDocument>('rewards', rewardId)
}

/** Rewards whose picture WeChat still looks at, the longest first. */
export function askedRewards(limit: number): Promise<Reward[]> {
  const filter = { askedAt: command.gt(0) }
  return findWhere<RewardDocument>('rewards', filter, { orderBy: ['askedAt', 'asc'], limit })
}

/** Members see what is on the shelf, was approved, and was ever there. */
export function isForMembers({ isOnShelf, isCleared, totalCount }: Reward): boolean {
  return isOnShelf !== false && isCleared !== false && totalCount > 0
}

/** Of a face that was written: once both parts are fine it is what members see. */
export function faceFields(
  waiting: WaitingFace,
  now: number,
): Pick<RewardDocument, 'waiting' | 'askedAt'> & Partial<RewardFace & { isCleared: boolean }> {
  const { title, description, picture, words, look } = waiting
  if (words.state === 'fine' && look.state === 'fine') {
    return { title, description, picture, isCleared: true, waiting: null, askedAt: 0 }
  }
  return { waiting, askedAt: look.state === 'asked' ? now : 0 }
}

/** Changes these fields alone: units of it may be taken or given back at this moment. */
export function changeReward(
  tx: Transaction,
  rewardId: string,
  { waiting = null, ...fields }: Partial<RewardDocument>,
): Promise<void> {
  // Nested objects merge in an update, and nothing merges into null.
  const written = waiting && command.set(waiting)
  return tx.update('rewards', rewardId, { ...fields, waiting: written })
}

/** As its managers see it: the words and the picture that were written last. */
export function factsOf(reward: Reward): RewardFacts {
  const { kind, pricePoints, cashFen = 0, worthFen, limitPerMember, limitPerDay = null } = reward
  const { tierFrom = null, saleFromOn, saleUntilOn, sortOrder, isOnShelf = true } = reward
  const { title, description, picture } = reward.waiting ?? reward
  const { leftCount, totalCount } = reward
  return {
    ...{ title, description, picture, kind, pricePoints, cashFen, worthFen },
    ...{ limitPerMember, limitPerDay, tierFrom, saleFromOn, saleUntilOn },
    ...{ sortOrder, isOnShelf, leftCount, totalCount },
  }
}

export function shelfRewardOf(reward: Reward, todayOn: string): ShelfReward {
  const { revision = 0 } = reward
  return {
    ...{ rewardId: reward._id, revision, saleState: saleStateOf(reward, todayOn) },
    ...factsOf(reward),
    ...statesOf(reward.waiting ?? null),
    isShown: isForMembers(reward),
  }
}

export function statesOf(
  waiting: WaitingFace | null,
): Pick<SavedReward, 'wordsState' | 'pictureState'> {
  const { words = fine, look = fine } = waiting ?? {}
  return { wordsState: words.state, pictureState: look.state }
}
