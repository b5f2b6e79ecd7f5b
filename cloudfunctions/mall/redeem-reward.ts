import { addDays } from '../../shared/business-date'
import type { mall, RedeemAnswer } from '../../shared/contract/mall'
import { admitBuyer, admitRedemption } from '../../shared/mall/redemption'
import { maskName } from '../../shared/masked-name'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { enter, openBook, post } from '../points/ledger'
import { readAccount } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import { recorded } from '../runtime/once'
import {
  keepUnit,
  releaseUnit,
  TAKEN_OVER_AFTER_MS,
  takeOverUnit,
  takeUnit,
} from '../runtime/units'
import {
  type Redemption,
  type Reward,
  readRedemption,
  readReward,
  redemptionCardOf,
  unitOf,
} from './repository'

interface Wanted {
  readonly reward: Reward
  readonly hash: string
  readonly context: MemberContext
}

/**
 * Turns points into a reward: can she afford it, take a unit, book it with its points in her
 * transaction, clear the mark. Refuses what the rule refuses, and SOLD_OUT.
 */
export const redeemReward: UseCase<typeof mall.redeem> = ({ rewardId }, context) => {
  const { memberId, requestKey } = context
  const asked = { meaning: { memberId, rewardId }, find: () => readRedemption(requestKey) }
  return recorded<RedeemAnswer>(context, asked, ({ hash }) => takeAndBook(rewardId, hash, context))
}

async function takeAndBook(
  rewardId: string,
  hash: string,
  context: MemberContext,
): Promise<Outcome<RedeemAnswer>> {
  const { todayOn, now, requestKey } = context
  const reward = await readReward(rewardId)
  if (!reward) return refuse('REWARD_NOT_FOUND')
  const takenAt = reward.pending[requestKey]
  if (takenAt !== undefined) return goOn({ reward, hash, context }, takenAt)
  const account = accountOn(await readAccount(context.memberId), todayOn)
  // A unit held for someone who cannot pay is a false "sold out" for someone who can.
  const admitted = admitRedemption(reward, {
    isFrozen: account.frozen !== null,
    balancePoints: account.balancePoints,
    redeemedCount: account.redeemedCounts[rewardId] ?? 0,
    todayOn,
  })
  if (!admitted.ok) return admitted
  const unit = unitOf(rewardId, requestKey)
  if (!(await takeUnit(unit, now))) return whyNotTaken(rewardId, requestKey)
  const outcome = await inTransaction((tx) => redeemIn(tx, { reward, hash, context }))
  if (outcome.ok) {
    await keepUnit(unit)
    return outcome
  }
  // Only what was surely not booked goes back now; whatever is in doubt is the sweeper's.
  const booked = await readRedemption(requestKey)
  if (booked) await keepUnit(unit)
  else await releaseUnit(unit, now)
  return outcome
}

/**
 * This request holds a unit already: its first call died, or is still at it. Both may book, since
 * the redemption's `_id` lets one of them through. A "no" is no proof that the other one will not,
 * so the unit stays marked, and the sweeper gives it back once neither can be alive.
 */
async function goOn(wanted: Wanted, takenAt: number): Promise<Outcome<RedeemAnswer>> {
  const { reward, context } = wanted
  const unit = unitOf(reward._id, context.requestKey)
  if (context.now - takenAt < TAKEN_OVER_AFTER_MS) return refuse('UNDER_WAY')
  if (!(await takeOverUnit(unit, takenAt, context.now))) return refuse('UNDER_WAY')
  const outcome = await inTransaction((tx) => redeemIn(tx, wanted))
  if (outcome.ok) await keepUnit(unit)
  return outcome.ok || outcome.code === 'ALREADY_THERE' ? outcome : refuse('UNDER_WAY')
}

async function whyNotTaken(rewardId: string, key: string) {
  const reward = await readReward(rewardId)
  const mine = reward?.pending[key] !== undefined || (await readRedemption(key)) !== null
  return refuse(mine ? 'UNDER_WAY' : 'SOLD_OUT')
}

async function redeemIn(
  tx: Transaction,
  { reward, hash, context }: Wanted,
): Promise<Outcome<RedeemAnswer>> {
  const { now, todayOn, shop, member, requestKey } = context
  const book = await openBook(tx, member._id, context)
  const { redeemedCounts, balancePoints, frozen } = book.account
  const redeemedCount = redeemedCounts[reward._id] ?? 0
  const admitted = admitBuyer(reward, { isFrozen: frozen !== null, balancePoints, redeemedCount })
  if (!admitted.ok) return admitted
  const step = burn(book.account, reward.pricePoints)
  if (!step.ok) return step
  const burntLots = step.value.movement.lotChanges.map((lot) => ({
    expiresOn: lot.expiresOn,
    points: -lot.points,
  }))
  const unbooked = {
    _id: requestKey,
    memberId: member._id,
    maskedName: maskName(member.nickname),
    rewardId: reward._id,
    rewardTitle: reward.title,
    picture: reward.picture,
    kind: reward.kind,
    pricePoints: reward.pricePoints,
    burntLots,
    pickupCode: newPickupCode(),
    state: 'waiting',
    redeemedAt: now,
    expiresOn: addDays(todayOn, shop.pickupDays),
    collected: null,
    cancelled: null,
    stockDueAt: null,
  } as const
  const answer = answerOf(unbooked, step.value.account.balancePoints, todayOn)
  await post(
    tx,
    enter(book, step.value, {
      key: `redeem:${requestKey}`,
      reason: 'redemption',
      sourceId: requestKey,
      facts: { rewardTitle: reward.title },
    }),
    { redeemedCounts: { ...redeemedCounts, [reward._id]: redeemedCount + 1 } },
  )
  const redemption: Redemption = { ...unbooked, request: { hash, answer } }
  await tx.insert('redemptions', redemption)
  return accept(answer)
}

function answerOf(
  redemption: Omit<Redemption, 'request'>,
  balancePoints: number,
  todayOn: string,
): RedeemAnswer {
  return { ...redemptionCardOf(redemption, todayOn), balancePoints }
}
