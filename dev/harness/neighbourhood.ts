import { adjust, freezeOrThaw } from './decisions-by-hand'
import {
  askBack,
  breakPromise,
  lastDayOf,
  noPoints,
  type PointsByUnit,
  pay,
  receive,
  takeHome,
  wakeUp,
} from './points-by-unit'
import { EAST, manager, type ShopUnderTest } from './shop-under-test'

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
/** The welcome pack of a new shop. */
const PACK_POINTS = 100
const COUPON_FEN = 500
const THRESHOLD_FEN = 3_000

type Earning = 'settle' | 'settleWithCoupon' | 'pack'
type Losing = 'refund' | 'redeem' | 'cancel' | 'days'
type Deciding = 'freezeOrThaw' | 'adjust'

/** What may happen: `who` picks the neighbour, `n` how much, how long, or which one. */
export interface Happening {
  readonly kind: Earning | Losing | Deciding
  readonly who: number
  readonly n: number
}

/** One neighbour as the shop knows her, and her heap of single points beside it. */
export interface Neighbour {
  readonly who: string
  readonly memberId: string
  readonly heap: PointsByUnit
  readonly purchases: { id: string; points: number; lastOn: string; withCoupon: boolean }[]
  readonly redemptions: { id: string; paid: string[]; untilOn: string }[]
  couponState: 'none' | 'held' | 'used'
}

export interface Street {
  readonly shop: ShopUnderTest
  readonly neighbours: readonly Neighbour[]
  readonly rewardIds: Readonly<Record<number, string>>
  readonly count: (what: string) => void
  readonly dayLater: (days: number) => string
  /** Days before the points of a purchase can be spent. */
  readonly pendingDays: number
}

/**
 * Some neighbours of a shop, each with a heap of single points. `live` lets something happen to
 * one of them, through the functions and to her heap, and holds each answer against the heap.
 */
export async function openNeighbourhood(
  shop: ShopUnderTest,
  { neighbourCount, pendingDays }: { neighbourCount: number; pendingDays: number },
) {
  const neighbours: Neighbour[] = []
  for (let made = 0; made < neighbourCount; made += 1) {
    const joined = await shop.newMember()
    const fresh = { heap: noPoints(), purchases: [], redemptions: [], couponState: 'none' } as const
    neighbours.push({ ...joined, ...fresh, purchases: [], redemptions: [] })
  }
  const rewardIds: Record<number, string> = {}
  for (const pricePoints of [25, 60]) {
    const stock = { leftCount: 500, limitPerMember: 500 }
    rewardIds[pricePoints] = await shop.newReward({ pricePoints, ...stock })
  }
  const seen: Record<string, number> = {}
  const count = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1
  }
  /** A day in Shanghai by the plainest means. */
  const dayLater = (days: number) =>
    new Date(shop.nowMs() + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10)
  const street: Street = { shop, neighbours, rewardIds, count, dayLater, pendingDays }
  const live = async ({ kind, who, n }: Happening): Promise<Neighbour> => {
    const her = neighbours[who % neighbourCount]
    if (!her) throw new Error('nobody lives there')
    // Each purchase needs a code of its own, and a code is new every minute.
    await shop.advanceClock(2 * MINUTE_MS)
    await happenings[kind](street, her, n)
    count(kind)
    return her
  }
  return { neighbours, live, seen, todayOn: () => dayLater(0) }
}

const happenings: Record<
  Happening['kind'],
  (street: Street, her: Neighbour, n: number) => Promise<void>
> = {
  settle: (street, her, n) => settle(street, her, { billFen: n + 1, withCoupon: false }),
  settleWithCoupon: (street, her, n) => settle(street, her, { billFen: n + 1, withCoupon: true }),
  refund,
  redeem,
  cancel,
  pack: claimPack,
  freezeOrThaw,
  adjust,
  days: letDaysPass,
}

async function settle(
  { shop, count, dayLater, pendingDays }: Street,
  her: Neighbour,
  { billFen, withCoupon }: { billFen: number; withCoupon: boolean },
): Promise<void> {
  const excludedFen = billFen % 3 === 0 ? billFen / 3 : 0
  const paidFen = withCoupon ? billFen - COUPON_FEN : billFen
  const fits = !withCoupon || (her.couponState === 'held' && billFen >= THRESHOLD_FEN)
  const couponId = withCoupon ? { couponId: `welcome:${her.memberId}:once:1` } : {}
  const memberCode = await shop.codeOf(her.who)
  const bill = { memberCode, billFen, excludedFen, ...couponId }
  const { answer } = await shop.callPatiently('purchases.settle', {
    as: manager,
    requestId: shop.fresh('settle'),
    input: { ...bill, storeId: EAST, repeatConfirmed: true },
  })
  expect(answer).toMatchObject({ ok: fits })
  if (!answer.ok) return count('couponRefused')
  const counted = BigInt(paidFen) * BigInt(billFen - excludedFen)
  const points = Number(counted / BigInt(billFen * 100))
  const owedBefore = her.heap.owedCount
  const comesOn = dayLater(pendingDays)
  const lastOn = lastDayOf(comesOn, 12)
  const lastDays = Array(points).fill(lastOn)
  const name = answer.value.purchaseId
  if (pendingDays === 0) receive(her.heap, lastDays)
  else if (points > 0) her.heap.promised.push({ name, comesOn, lastDays })
  const debtRepaidPoints = owedBefore - her.heap.owedCount
  const balancePoints = her.heap.held.length
  const expected = { earnedPoints: points, paidFen, debtRepaidPoints, balancePoints }
  expect(answer.value).toMatchObject(expected)
  her.purchases.push({ id: answer.value.purchaseId, points, lastOn, withCoupon })
  if (withCoupon) her.couponState = 'used'
  if (debtRepaidPoints > 0) count('debtRepaid')
}

async function refund({ shop, count, dayLater }: Street, her: Neighbour, n: number) {
  const [purchase] = her.purchases.splice(n % Math.max(her.purchases.length, 1), 1)
  if (!purchase) return count('nothingToRefund')
  const input = { purchaseId: purchase.id }
  const options = { as: manager, requestId: shop.fresh('refund'), input }
  const answer = await shop.value('purchases.refund', options)
  const owedBefore = her.heap.owedCount
  const isPromise = breakPromise(her.heap, purchase.id)
  if (isPromise) count('promiseBroken')
  else askBack(her.heap, purchase.points, { lastOn: purchase.lastOn, todayOn: dayLater(0) })
  expect(answer).toMatchObject({
    newDebtPoints: her.heap.owedCount - owedBefore,
    balancePoints: her.heap.held.length,
    debtPoints: her.heap.owedCount,
    couponReturned: purchase.withCoupon,
  })
  if (purchase.withCoupon) her.couponState = 'held'
  if (answer.newDebtPoints > 0) count('becameDebt')
  if (answer.clawedBackPoints < purchase.points) count('notTakenTwice')
}

async function redeem({ shop, count, dayLater, rewardIds }: Street, her: Neighbour, n: number) {
  const pricePoints = n % 2 === 0 ? 25 : 60
  const { answer } = await shop.callPatiently('mall.redeem', {
    as: her.who,
    requestId: shop.fresh('redeem'),
    input: { rewardId: rewardIds[pricePoints] ?? '' },
  })
  const paid = pay(her.heap, pricePoints)
  expect(answer.ok).toBe(paid !== null)
  if (!answer.ok || !paid) return count('couldNotAfford')
  expect(answer.value.balancePoints).toBe(her.heap.held.length)
  her.redemptions.push({ id: answer.value.redemptionId, paid, untilOn: dayLater(30) })
}

async function cancel({ shop, count, dayLater }: Street, her: Neighbour, n: number) {
  const redemption = her.redemptions[n % Math.max(her.redemptions.length, 1)]
  if (!redemption) return count('nothingToCancel')
  const { answer } = await shop.callPatiently('mall.cancelRedemption', {
    as: her.who,
    requestId: shop.fresh('cancel'),
    input: { redemptionId: redemption.id },
  })
  expect(answer.ok).toBe(redemption.untilOn >= dayLater(0))
  if (!answer.ok) return count('pickupOver')
  her.redemptions.splice(her.redemptions.indexOf(redemption), 1)
  comeHome({ count, dayLater }, her, redemption.paid)
  expect(answer.value.balancePoints).toBe(her.heap.held.length)
}

async function claimPack({ shop, count, dayLater }: Street, her: Neighbour) {
  const pack = await shop.value('gifts.claimPack', { as: her.who, requestId: shop.fresh('pack') })
  if (her.couponState !== 'none') return count('claimedBefore')
  her.couponState = 'held'
  receive(her.heap, Array(PACK_POINTS).fill(lastDayOf(dayLater(0), 12)))
  expect(pack.balancePoints).toBe(her.heap.held.length)
}

/** The next noon or a later one; half of the times the jobs run, else they are late. */
async function letDaysPass(street: Street, _her: Neighbour, n: number) {
  const { shop, neighbours, dayLater } = street
  await shop.setClock(`${dayLater(n + 1)}T04:00:00.000Z`)
  for (const neighbour of neighbours) wakeUp(neighbour.heap, dayLater(0))
  if (n % 2 === 0) return
  await shop.fireTimer('points')
  await shop.fireTimer('mall')
  for (const neighbour of neighbours) await bringHomeUnfetched(street, neighbour)
}

/** The sweeper gave back what nobody fetched; the heap follows in the order of the books. */
async function bringHomeUnfetched({ shop, count, dayLater }: Street, her: Neighbour) {
  const returns = await shop.find('points_entries', {
    memberId: her.memberId,
    reason: 'pickupExpired',
  })
  const overdue = her.redemptions.filter(({ untilOn }) => untilOn < dayLater(0))
  const seqOf = (id: string) => Number(returns.find(({ sourceId }) => sourceId === id)?.seq)
  for (const redemption of overdue.sort((a, b) => seqOf(a.id) - seqOf(b.id))) {
    expect(seqOf(redemption.id)).toBeGreaterThan(0)
    her.redemptions.splice(her.redemptions.indexOf(redemption), 1)
    comeHome({ count, dayLater }, her, redemption.paid)
    count('unfetched')
  }
}

function comeHome(
  { count, dayLater }: Pick<Street, 'count' | 'dayLater'>,
  her: Neighbour,
  paid: readonly string[],
): void {
  if (paid.some((lastOn) => lastOn < dayLater(0))) count('revived')
  takeHome(her.heap, paid, dayLater(0))
}
