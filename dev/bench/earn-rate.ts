import { manager } from '../harness/shop-under-test'
import { startAnsweringServer } from './answering-server'
import type { BenchShop, Shopper } from './bench-shop'
import { better, type Pace, paceOf, slowest } from './best-rate'
import type { Figure } from './figures'

const MEMBERS = 48
const ROUNDS = 12
const LEAST_RATIO = 0.7
/** A busy shop; with fewer callers the figures only explain those of many. */
const ENOUGH_CALLERS = 16
const callerCounts = [1, 4, 16, 32] as const

/**
 * Purchases settled a second, beside invocations that make the same nine calls with the same
 * documents against a server that only answers. Both take turns; the best round of each counts.
 * The bound is on processor time, because paces also tell what else the machine did meanwhile.
 */
export async function measureEarnRate(shop: BenchShop): Promise<Figure[]> {
  const server = await startAnsweringServer()
  const members: Shopper[] = []
  for (let n = 0; n < MEMBERS; n += 1) members.push(await shop.newMember())
  const documents = await documentsOf(shop, members)
  const floorEvent = { gateway: server.gateway, documents }
  const figures: Figure[] = [
    {
      what: 'database calls of an earn; the floor makes eight',
      measured: await callsOfSettle(shop, members[0]),
      bound: { most: 8 },
    },
  ]
  for (const callers of callerCounts) {
    figures.push(
      ...(await compare(shop, callers, {
        floor: () => call(shop, 'settle-calls', floorEvent),
        distinct: (turn) => settle(shop, members[turn % MEMBERS]),
        same: () => settle(shop, members[0]),
      })),
    )
  }
  server.stop()
  return figures
}

type Operate = (turn: number) => Promise<void>

async function compare(
  shop: BenchShop,
  callers: number,
  operate: Readonly<Record<'floor' | 'distinct' | 'same', Operate>>,
): Promise<Figure[]> {
  const best = { floor: slowest, distinct: slowest, same: slowest }
  for (let round = 0; round <= ROUNDS; round += 1) {
    // An account remembers the purchases of ten minutes, and nobody makes hundreds in them.
    shop.waitAWhile()
    // Instances read the shop's configuration again after a minute: not in what is measured.
    await paceWith(callers, operate.distinct)
    for (const kind of ['floor', 'distinct', 'same'] as const) {
      const pace = await paceWith(callers, operate[kind])
      // The first round only warms up: instances start.
      if (round > 0) best[kind] = better(best[kind], pace)
    }
  }
  const { floor, distinct, same } = best
  const title = callers === 1 ? '1 caller' : `${callers} callers`
  return [
    { what: `${title}: the SDK's floor, earns/s`, measured: floor.perSecond },
    { what: `${title}, distinct members: earns/s`, measured: distinct.perSecond },
    { what: `${title}, one member: earns/s`, measured: same.perSecond },
    { what: `${title}: processor time of the floor, ms`, measured: floor.processorMs },
    { what: `${title}: processor time of an earn, ms`, measured: distinct.processorMs },
    {
      what: `${title}, distinct members: ratio of processor time`,
      measured: floor.processorMs / distinct.processorMs,
      ...(callers < ENOUGH_CALLERS ? {} : { bound: { least: LEAST_RATIO } }),
    },
    {
      what: `${title}, distinct members: ratio`,
      measured: distinct.perSecond / floor.perSecond,
    },
    { what: `${title}, one member: ratio`, measured: same.perSecond / floor.perSecond },
  ]
}

function paceWith(callers: number, operate: Operate): Promise<Pace> {
  const operations = callers < 16 ? 24 : 64
  let begun = 0
  const work = async (): Promise<void> => {
    while (begun < operations) {
      const turn = begun
      begun += 1
      await operate(turn)
    }
  }
  return paceOf(operations, async () => {
    await Promise.all(Array.from({ length: callers }, work))
    return undefined
  })
}

/** One purchase; BUSY is asked again with the same request, as a phone does. */
async function settle(shop: BenchShop, member: Shopper | undefined): Promise<void> {
  if (member === undefined) throw new Error('nobody to settle for')
  await call(shop, 'purchases', shop.newSettle(member))
}

async function callsOfSettle(shop: BenchShop, member: Shopper | undefined): Promise<number> {
  if (member === undefined) throw new Error('nobody to settle for')
  const { dbCalls } = await shop.cloud.call('purchases', shop.newSettle(member), {
    openid: manager,
  })
  return dbCalls
}

async function call(shop: BenchShop, fn: string, event: object): Promise<void> {
  for (;;) {
    const { answer } = await shop.cloud.call(fn, event, { openid: manager })
    const told = JSON.stringify(answer)
    if (told.startsWith('{"ok":true')) return
    if (!told.includes('"BUSY"')) throw new Error(`${fn} answered ${told}`)
  }
}

/** The three documents that a settle writes, as they are in the books. */
async function documentsOf(shop: BenchShop, members: readonly Shopper[]) {
  await settle(shop, members[0])
  const { engine } = shop.cloud
  const memberId = members[0]?.memberId ?? ''
  const [account] = await engine.find('points_accounts', { _id: memberId })
  const [entry] = await engine.find('points_entries', { memberId })
  const [purchase] = await engine.find('purchases', { memberId })
  const { _id, ...fields } = account ?? {}
  return { account: fields, entry, purchase }
}
