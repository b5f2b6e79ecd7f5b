import { addDays } from '../../shared/business-date'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { mall, RedeemAnswer } from '../../shared/contract/mall'
import { countOn, countRedeemed } from '../../shared/mall/redeemed-today'
import { admitBuyer, admitRedemption } from '../../shared/mall/redemption'
import { maskName } from '../../shared/masked-name'
import { PAY_WITHIN_MS } from '../../shared/payments/order'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tierOf } from '../../shared/rules/member-tier'
import { openOrder } from '../payments/order-in-transaction'
import { enter, openBook, post } from '../points/ledger'
import { type Account, readAccount } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { newPickupCode } from '../runtime/member-codes'
import { recorded } from '../runtime/once'
import { bookWithUnits } from '../runtime/unit-booking'
import { type Redemption, readRedemption, redemptionCardOf } from './repository'
import { isForMembers, type Reward, readReward } from './reward-document'

type Wish = ParsedInputOf<typeof mall.redeem>

interface Wanted {
  readonly reward: Reward
  readonly hash: string
  readonly holder: string
  readonly context: MemberContext
}

/**
 * Turns points into a reward: can she afford it, take a unit, book it with its points in her
 * transaction, clear the mark; where money is due as well its order is made with it. Refuses what
 * the rule refuses, SOLD_OUT, REWARD_OFF_SHELF, and REWARD_CHANGED at another price than she saw.
 */
export const redeemReward: UseCase<typeof mall.redeem> = (input, context) => {
  const { memberId, requestKey } = context
  const { rewardId } = input
  const asked = { meaning: { memberId, rewardId }, find: () => readRedemption(requestKey) }
  return recorded<RedeemAnswer>(context, asked, ({ hash }) => takeAndBook(input, hash, context))
}

async function takeAndBook(
  { rewardId, ...seen }: Wish,
  hash: string,
  context: MemberContext,
): Promise<Outcome<RedeemAnswer>> {
  const reward = await readReward(rewardId)
  if (!reward) return refuse('REWARD_NOT_FOUND')
  const { pricePoints, cashFen = 0 } = reward
  const { seenPricePoints = pricePoints, seenCashFen = cashFen } = seen
  if (seenPricePoints !== pricePoints || seenCashFen !== cashFen) {
    return refuse('REWARD_CHANGED', { pricePoints, cashFen })
  }
  return bookWithUnits({
    now: context.now,
    into: { collection: 'redemptions', key: context.requestKey },
    wanted: [{ collection: 'rewards', document: reward, count: 1 }],
    admit: () => admitWish(reward, context),
    book: (tx, holder) => redeemIn(tx, { reward, hash, holder, context }),
  })
}

async function admitWish(reward: Reward, context: MemberContext) {
  const { memberId, todayOn } = context
  if (!isForMembers(reward)) return refuse('REWARD_OFF_SHELF')
  const account = accountOn(await readAccount(memberId), todayOn)
  return admitRedemption(reward, { ...buyerOf(account, reward, context), todayOn })
}

function buyerOf(account: Account, { _id }: Reward, context: MemberContext) {
  return {
    isFrozen: account.frozen !== null,
    balancePoints: account.balancePoints,
    redeemedCount: account.redeemedCounts[_id] ?? 0,
    redeemedTodayCount: countOn(account.redeemedToday, _id, context.todayOn),
    tier: tierOf(account, context),
  }
}

async function redeemIn(
  tx: Transaction,
  { reward, hash, holder, context }: Wanted,
): Promise<Outcome<RedeemAnswer>> {
  const { now, todayOn, shop, member, requestKey } = context
  const book = await openBook(tx, member._id, context)
  const { redeemedCounts, redeemedToday } = book.account
  const buyer = buyerOf(book.account, reward, context)
  const admitted = admitBuyer(reward, buyer)
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
    {
      redeemedCounts: { ...redeemedCounts, [reward._id]: buyer.redeemedCount + 1 },
      redeemedToday: countRedeemed(redeemedToday, reward._id, todayOn),
    },
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
