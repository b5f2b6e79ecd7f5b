import { inLanes } from '../harness/in-lanes'
import { listsOf } from '../harness/lists'
import { CASH_FEN, CASH_POINTS, paymentsOf, type WechatOrder } from '../harness/payments-under-test'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import type { Document } from '../localcloud/engine/document'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'
import { drawFate, noticeWord, type Sheet } from './payment-fates'
import { runTestFile } from './test-file'

export const name = 'payments'

const sizes = { quick: { orders: 40 }, full: { orders: 1_000 } } as const
const LANES = 12
const MINUTE_MS = 60_000
/** Longer than WeChat repeats a notice, and than marks of stock stay. */
const AFTER_ALL_MS = 3 * 86_400_000

interface Run {
  readonly shop: ShopUnderTest
  readonly pay: ReturnType<typeof paymentsOf>
  readonly lists: ReturnType<typeof listsOf>
  readonly random: () => number
  readonly broken: string[]
}

/**
 * A thousand orders, two of three of points and cash, one of a list's entry, with notices that come
 * twice, late, never or with a wrong amount, members who cancel with the sheet open, and jobs that
 * run two at once. In the end every order is paid once, refunded or released; money, points and
 * units agree. The long form kills the function after each of its calls as well.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const pay = paymentsOf(() => shop)
  const broken: string[] = []
  const figures: Record<string, number> = {}
  try {
    const count = sizes[size].orders
    const lists = listsOf(shop)
    const parts = { shop, pay, lists, random: seededRandom(seed), broken }
    const rewardId = await pay.newReward(count)
    const items = [{ stockCount: count, priceFen: CASH_FEN }]
    const { listId } = await lists.newList({ payment: 'online', items })
    const goods = { rewardId, listId }
    const sheets = await openSheets(parts, goods, count)
    await payThem(parts, sheets)
    await letTimePass(parts, sheets)
    Object.assign(figures, await reckon(parts, sheets, goods))
  } finally {
    await shop.stop()
  }
  if (size === 'full') {
    const file = 'cloudfunctions/payments/killed.test.ts'
    const killed = runTestFile('functions', file, { HUILIN_KILL_STEP: '1' })
    broken.push(...killed.broken)
    figures['tests that kill after each call'] = killed.tests
  }
  return { figures, broken }
}

interface Goods {
  readonly rewardId: string
  readonly listId: string
}

/** Everybody redeems, or joins a list, and opens WeChat's sheet. */
async function openSheets(run: Run, goods: Goods, count: number): Promise<Sheet[]> {
  const { shop, pay, lists, random, broken } = run
  const sheets: Sheet[] = []
  const redeem = async () => {
    const { who } = await shop.newMember(CASH_POINTS)
    const { redemptionId: thingId } = await pay.redeemed(who, goods.rewardId)
    return { who, thingId, what: 'redemption', ...(await pay.start(who, thingId)) } as const
  }
  const join = async () => {
    const { who, entryId: thingId } = await lists.joined(goods.listId)
    return { who, thingId, what: 'entry', ...(await pay.startEntry(who, thingId)) } as const
  }
  const fates = Array.from({ length: count }, () => drawFate(random))
  const works = fates.map((fate, no) => async () => {
    try {
      sheets.push({ fate, ...(await (no % 3 === 0 ? join() : redeem())) })
    } catch (fault) {
      broken.push(`nobody could order: ${String(fault)}`)
    }
  })
  await inLanes(LANES, works)
  return sheets
}

/** Those who pay in time do, while the job runs beside them again and again. */
async function payThem({ shop, pay, lists, broken }: Run, sheets: readonly Sheet[]): Promise<void> {
  let isOver = false
  const jobs = [1, 2].map(async () => {
    while (!isOver) await pay.tend()
  })
  const works = sheets.map((sheet) => async () => {
    const { who, thingId, what, payment, orderId, fate } = sheet
    const { member } = fate
    if (member === 'never' || member === 'paysLate') return
    const cancel = (): Promise<unknown> => {
      if (what === 'entry') return lists.cancel(who, thingId)
      const input = { redemptionId: thingId }
      return shop.callPatiently('mall.cancelRedemption', { as: who, input })
    }
    if (member === 'cancelsAndPays') await cancel()
    const failure = await pay.pay(who, payment, noticeWord(fate))
    // The job may have closed at WeChat's what was given up; then nothing was paid.
    if (failure !== null && member !== 'cancelsAndPays') broken.push(`${orderId}: ${failure}`)
    if (fate.notice === 'wrongAmount') await pay.notice(await pay.eventOf(orderId, { totalFee: 1 }))
    if (member !== 'paysAndCancels') return
    // Some cancel what is booked, and some before anybody has heard of their money.
    if (noticeWord(fate) !== 'lost') await booked(pay, thingId)
    await cancel()
  })
  await inLanes(LANES, works)
  isOver = true
  await Promise.all(jobs)
  await pay.settled()
}

async function booked(pay: Run['pay'], thingId: string): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if ((await pay.order(thingId))?.paid) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The quarter of an hour is over; some pay before the job closes their order, some after. */
async function letTimePass({ shop, pay }: Run, sheets: readonly Sheet[]): Promise<void> {
  const late = sheets.filter(({ fate }) => fate.member === 'paysLate')
  const payAll = (which: readonly Sheet[]) =>
    inLanes(
      LANES,
      which.map(({ who, payment, fate }) => async () => {
        await pay.pay(who, payment, noticeWord(fate))
      }),
    )
  await shop.advanceClock(16 * MINUTE_MS)
  await Promise.all([payAll(late.filter((_sheet, no) => no % 2 === 0)), pay.tend(), pay.tend()])
  await pay.tend(MINUTE_MS)
  await payAll(late)
  for (let tick = 0; tick < 12; tick += 1) await pay.tend(MINUTE_MS)
  await shop.advanceClock(AFTER_ALL_MS)
  const jobs = ['payments', 'mall', 'lists']
  for (const feature of [...jobs, ...jobs]) await shop.fireTimer(feature)
  await pay.settled()
}

async function reckon(
  { shop, pay, lists, broken }: Run,
  sheets: readonly Sheet[],
  { rewardId, listId }: Goods,
): Promise<Record<string, number>> {
  const atWechat = new Map((await pay.wechat()).map((order) => [order.outTradeNo, order]))
  const orders = new Map((await shop.find('payment_orders')).map((one) => [one._id, one]))
  const booked = [...(await shop.find('redemptions')), ...(await lists.entriesOf(listId))]
  const things = new Map(booked.map((one) => [one._id, one]))
  const ends: Record<string, number> = { paid: 0, refunded: 0, closed: 0 }
  const standing = { redemption: 0, entry: 0 }
  let [paidFen, backFen] = [0, 0]
  for (const { orderId, thingId, what, who } of sheets) {
    const theirs = atWechat.get(orderId)
    const [ours, thing] = [orders.get(orderId), things.get(thingId)]
    broken.push(...wrongWith(orderId, { theirs, ours, thing }))
    ends[String(ours?.state)] = (ends[String(ours?.state)] ?? 0) + 1
    paidFen += theirs?.state === 'SUCCESS' ? theirs.totalFeeFen : 0
    backFen += sumOf(theirs)
    const isStanding = ours?.state === 'paid'
    if (isStanding) standing[what] += 1
    const balance = isStanding || what === 'entry' ? 0 : CASH_POINTS
    broken.push(...unequal(`${who}: points`, await shop.balanceOf(who), balance))
  }
  const stands = ends.paid ?? 0
  broken.push(
    ...unequal('money that stays', paidFen - backFen, stands * CASH_FEN),
    ...unequal('units left', await shop.rewardLeft(rewardId), sheets.length - standing.redemption),
    ...unequal('left of the list', await leftOf(lists, listId), sheets.length - standing.entry),
    ...unequal('books balance', (await shop.books()).balanced, true),
    ...unequal('orders of no sheet', orders.size, sheets.length),
  )
  const wrong = sheets.filter(
    ({ fate }) => fate.notice === 'wrongAmount' && !['never', 'paysLate'].includes(fate.member),
  )
  broken.push(...unequal('flags', (await pay.flags()).length, wrong.length))
  return {
    orders: sheets.length,
    'of them entries': sheets.filter(({ what }) => what === 'entry').length,
    ...countsOf(sheets),
    ...{ 'end paid': stands, 'end refunded': ends.refunded ?? 0, 'end released': ends.closed ?? 0 },
    ...{ 'fen paid': paidFen, 'fen given back': backFen },
  }
}

async function leftOf(lists: Run['lists'], listId: string): Promise<number> {
  return Number(Object((await lists.bookOf(listId))?.left).i1)
}

interface OneOrder {
  readonly theirs: WechatOrder | undefined
  readonly ours: Document | undefined
  readonly thing: Document | undefined
}

/** What WeChat has, what we have, and what she has must say the same. */
function wrongWith(orderId: string, { theirs, ours, thing }: OneOrder): string[] {
  const fit = {
    paid: { wechat: 'SUCCESS', back: 0, things: ['waiting', 'joined'] },
    refunded: { wechat: 'SUCCESS', back: CASH_FEN, things: ['cancelled', 'lapsed'] },
    closed: { wechat: 'CLOSED', back: 0, things: ['cancelled', 'lapsed'] },
  }[String(ours?.state)]
  if (!fit) return [`${orderId} ended as ${String(ours?.state)}`]
  return [
    ...unequal(`${orderId}: at WeChat`, theirs?.state, fit.wechat),
    ...unequal(`${orderId}: given back`, sumOf(theirs), fit.back),
    ...unequal(`${orderId}: is due`, ours?.dueAt, 0),
    ...unequal(`${orderId}: what it is for`, fit.things.includes(String(thing?.state)), true),
  ]
}

function sumOf(order: WechatOrder | undefined): number {
  return (order?.refunds ?? []).reduce((sum, { refundFeeFen }) => sum + refundFeeFen, 0)
}

function countsOf(sheets: readonly Sheet[]): Record<string, number> {
  const figures: Record<string, number> = {}
  for (const { fate } of sheets) {
    for (const word of [fate.member, `notice ${fate.notice}`]) {
      figures[word] = (figures[word] ?? 0) + 1
    }
  }
  return figures
}
