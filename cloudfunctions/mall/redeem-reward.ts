import { addDays } from '../../shared/business-date'
import type { mall, RedeemAnswer } from '../../shared/contract/mall'
import { admitBuyer, admitRedemption } from '../../shared/mall/redemption'
import { maskName } from '../../shared/masked-name'
import { PAY_WITHIN_MS } from '../../shared/payments/order'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { openOrder } from '../payments/order-in-transaction'
import { enter, openBook, post } from '../points/ledger'
import { readAccount } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import { recorded } from '../runtime/once'
import { bookWithUnits } from '../runtime/unit-booking'
import {
  type Redemption,
  type Reward,
  readRedemption,
  readReward,
  redemptionCardOf,
} from './repository'

interface Wanted {
  readonly reward: Reward
  readonly hash: string
  readonly holder: string
  readonly context: MemberContext
}

/**
 * Turns points into a reward: can she afford it, take a unit, book it with its points in her
 * transaction, clear the mark; where money is due as well its order is made with it. Refuses what
 * the rule refuses, and SOLD_OUT.
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
  const reward = await readReward(rewardId)
  if (!reward) return refuse('REWARD_NOT_FOUND')
  return bookWithUnits({
    now: context.now,
    into: { collection: 'redemptions', key: context.requestKey },
    wanted: [{ collection: 'rewards', document: reward, count: 1 }],
    admit: () => admitWish(reward, context),
    book: (tx, holder) => redeemIn(tx, { reward, hash, holder, context }),
  })
}

async function admitWish(reward: Reward, { memberId, todayOn }: MemberContext) {
  const account = accountOn(await readAccount(memberId), todayOn)
  return admitRedemption(reward, {
    isFrozen: account.frozen !== null,
    balancePoints: account.balancePoints,
    redeemedCount: account.redeemedCounts[reward._id] ?? 0,
    todayOn,
  })
}

async function redeemIn(
  tx: Transaction,
  { reward, hash, holder, context }: Wanted,
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
    ...paymentOf(reward, now),
    burntLots,
    pickupCode: newPickupCode(),
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
  const redemption: Redemption = { ...unbooked, holder, request: { hash, answer } }
  await tx.insert('redemptions', redemption)
  const { cashFen = 0, payUntilAt: closesAt = now } = redemption
  if (cashFen > 0) {
    const thing = { what: 'redemption', thingId: requestKey } as const
    const wish = { memberId: member._id, title: reward.title, amountFen: cashFen, closesAt }
    await openOrder(tx, { ...thing, ...wish, createdAt: now })
  }
  return accept(answer)
}

/** Where money is due as well, points and unit are kept for who pays it in time. */
function paymentOf({ cashFen = 0 }: Reward, now: number) {
  if (cashFen === 0) return { state: 'waiting' } as const
  return { state: 'unpaid', cashFen, payUntilAt: now + PAY_WITHIN_MS } as const
}

function answerOf(
  redemption: Omit<Redemption, 'request' | 'holder'>,
  balancePoints: number,
  todayOn: string,
): RedeemAnswer {
  return { ...redemptionCardOf(redemption, todayOn), balancePoints }
}
