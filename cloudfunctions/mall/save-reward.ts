import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { mall } from '../../shared/contract/mall'
import type { SavedReward } from '../../shared/contract/reward-desk'
import { MAX_REWARD_ORDER, MAX_REWARDS } from '../../shared/limits'
import { admitOffer, type RewardFace, type RewardOffer } from '../../shared/mall/reward'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { noteChange } from './reward-changes'
import {
  allRewards,
  changeReward,
  faceFields,
  factsOf,
  isForMembers,
  type Reward,
  readReward,
  statesOf,
} from './reward-document'
import { holdFace, lookAtFace, type NewFace } from './reward-face'

type Wish = ParsedInputOf<typeof mall.saveReward>

/**
 * A new reward, or all of one anew; what was redeemed stays as it was. Words and picture that
 * nobody has looked at wait, and members go on seeing those before them. Refuses REWARD_NOT_FOUND,
 * REWARDS_FULL, REWARD_CHANGED when it is not the one that she saw, INPUT_INVALID for dates and
 * limits that contradict each other, SHARE_RULE, TEXT_RISKY and PICTURE_BAD.
 */
export const saveReward: UseCase<typeof mall.saveReward> = async (input, context) => {
  const offer = offerOf(input)
  const admitted = admitOffer(offer)
  if (!admitted.ok) return admitted
  const meaning = { input: JSON.stringify(input) }
  return recorded<SavedReward>(context, { meaning }, async ({ record }) => {
    const before = await rewardBefore(input)
    if (!before.ok) return before
    const face = await lookAtFace(faceOf(input), before.value.reward, context)
    if (!face.ok) return face
    const { reward, lastOrder } = before.value
    const written = { input, offer, face: face.value, seen: reward, lastOrder }
    return inTransaction(async (tx) => {
      const outcome = await saveIn(tx, written, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

interface Before {
  readonly reward: Reward | null
  /** Of the last one in the mall, where a new one is made. */
  readonly lastOrder: number
}

async function rewardBefore({ rewardId, seenRevision }: Wish): Promise<Outcome<Before>> {
  if (rewardId === undefined) {
    const all = await allRewards()
    if (all.length >= MAX_REWARDS) return refuse('REWARDS_FULL')
    return accept({ reward: null, lastOrder: all.at(-1)?.sortOrder ?? 0 })
  }
  const reward = await readReward(rewardId)
  if (!reward) return refuse('REWARD_NOT_FOUND', { field: 'rewardId' })
  const { revision = 0 } = reward
  if (seenRevision !== undefined && seenRevision !== revision) {
    return refuse('REWARD_CHANGED', { revision })
  }
  return accept({ reward, lastOrder: 0 })
}

interface Written {
  readonly input: Wish
  readonly offer: Omit<RewardOffer, 'sortOrder'>
  readonly face: NewFace
  /** As it was when its face was looked at. */
  readonly seen: Reward | null
  readonly lastOrder: number
}

async function saveIn(
  tx: Transaction,
  { input, offer, face, seen, lastOrder }: Written,
  context: StaffContext,
): Promise<Outcome<SavedReward>> {
  const { requestKey, now } = context
  const rewardId = seen?._id ?? requestKey
  const reward = seen && (await readReward(rewardId, tx))
  // Somebody saved it, or decided about its words, since then: once more from the start.
  if (seen && !isSameFace(seen, reward)) return refuse('UNDER_WAY')
  const order = reward?.sortOrder ?? Math.min(lastOrder + 1, MAX_REWARD_ORDER)
  const sortOrder = input.sortOrder ?? order
  const revision = (reward?.revision ?? 0) + 1
  const waiting = await holdFace(tx, { rewardId, face }, context)
  const fields = { ...offer, sortOrder, revision, ...faceFields(waiting, now) }
  const saved: Reward = { ...(reward ?? newReward(rewardId, faceOf(input))), ...fields }
  if (reward) await changeReward(tx, rewardId, fields)
  else await tx.insert('rewards', saved)
  const before = reward ? factsOf(reward) : null
  const kind = reward ? 'saved' : 'made'
  await noteChange(tx, { rewardId, kind, before, after: factsOf(saved) }, context)
  return accept({ rewardId, revision, isShown: isForMembers(saved), ...statesOf(waiting) })
}

function isSameFace(seen: Reward, reward: Reward | null): boolean {
  if (!reward || seen.revision !== reward.revision) return false
  return JSON.stringify(seen.waiting ?? null) === JSON.stringify(reward.waiting ?? null)
}

function newReward(_id: string, face: RewardFace) {
  const stock = { leftCount: 0, totalCount: 0, pending: {}, returning: {} }
  return { _id, ...face, ...stock, isCleared: false }
}

function faceOf({ title, description = '', picture = '' }: Wish): RewardFace {
  return { title, description, picture }
}

function offerOf(input: Wish): Omit<RewardOffer, 'sortOrder'> {
  const { kind, pricePoints, cashFen = 0, worthFen = 0, limitPerMember, isOnShelf } = input
  const { limitPerDay = null, tierFrom = null, saleFromOn = null, saleUntilOn = null } = input
  return {
    ...{ kind, pricePoints, cashFen, worthFen, limitPerMember, limitPerDay, tierFrom },
    ...{ saleFromOn, saleUntilOn, isOnShelf },
  }
}
