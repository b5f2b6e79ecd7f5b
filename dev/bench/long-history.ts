import type { EndpointName } from '../harness/cloud-caller'
import { manager } from '../harness/shop-under-test'
import type { BenchShop, Shopper } from './bench-shop'
import type { Figure } from './figures'

const SHORT = 10
const LONG = 10_000
const ROUNDS = 30
const MOST_TIMES = 1.2

interface Cost {
  readonly ms: number
  readonly dbCalls: number
  readonly docsRead: number
}

/**
 * What earn, redeem and home cost a member with 10,000 entries and purchases behind her, beside one
 * with 10: the same calls and documents, and about the same time.
 */
export async function measureLongHistory(shop: BenchShop): Promise<Figure[]> {
  const rewardId = await shop.newReward()
  const short = await memberWith(shop, SHORT)
  const long = await memberWith(shop, LONG)
  const operations: Readonly<Record<string, (member: Shopper) => Promise<Cost>>> = {
    earn: (member) => costOf(shop, 'purchases.settle', { as: manager, ...shop.newSettle(member) }),
    redeem: ({ who }) =>
      costOf(shop, 'mall.redeem', { as: who, requestId: shop.nextRequest(), input: { rewardId } }),
    home: ({ who }) => costOf(shop, 'members.home', { as: who }),
  }
  const figures: Figure[] = []
  for (const [name, operate] of Object.entries(operations)) {
    figures.push(
      ...(await compare(
        name,
        () => operate(short),
        () => operate(long),
      )),
    )
    shop.waitAWhile()
  }
  return figures
}

async function compare(
  name: string,
  onShort: () => Promise<Cost>,
  onLong: () => Promise<Cost>,
): Promise<Figure[]> {
  await onShort()
  await onLong()
  const best = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY }
  let differing = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const short = await onShort()
    const long = await onLong()
    best.short = Math.min(best.short, short.ms)
    best.long = Math.min(best.long, long.ms)
    if (short.dbCalls !== long.dbCalls || short.docsRead !== long.docsRead) differing += 1
  }
  return [
    {
      what: `${name} with ${LONG} entries against ${SHORT}: rounds that cost other calls or reads`,
      measured: differing,
      bound: { most: 0 },
    },
    {
      what: `${name} with ${LONG} entries against ${SHORT}: time, times`,
      measured: best.long / best.short,
      bound: { most: MOST_TIMES },
    },
  ]
}

async function costOf(shop: BenchShop, name: EndpointName, options: object): Promise<Cost> {
  const startedAt = performance.now()
  const { answer, dbCalls, docsRead } = await shop.call(name, options)
  const ms = performance.now() - startedAt
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`)
  return { ms, dbCalls, docsRead }
}

/** A member whose book has so many entries: one earned at the till, the others like it. */
async function memberWith(shop: BenchShop, entries: number): Promise<Shopper> {
  const { engine } = shop.cloud
  const member = await shop.newMember()
  const { memberId } = member
  await shop.value('purchases.settle', { as: manager, ...shop.newSettle(member, 10_000_000) })
  const [entry] = await engine.find('points_entries', { memberId })
  const [purchase] = await engine.find('purchases', { memberId })
  const others = Array.from({ length: entries - 1 }, (_unused, n) => n + 2)
  await engine.load(
    'points_entries',
    others.map((seq) => ({ ...entry, _id: `${memberId}:${seq}`, seq })),
  )
  await engine.load(
    'purchases',
    others.map((seq) => ({
      ...purchase,
      _id: `${memberId}:${seq}`,
      receiptKey: `${memberId}:${seq}`,
    })),
  )
  await engine.update('points_accounts', {
    filter: { _id: memberId },
    update: { $set: { seq: entries } },
    multi: false,
  })
  shop.waitAWhile()
  return member
}
