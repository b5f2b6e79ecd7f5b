import { manager } from '../harness/shop-under-test'
import { type BenchShop, openBenchShop, type Shopper } from './bench-shop'
import { type Figure, median, report } from './figures'

const ROUNDS = 12
const A_ROUND = 16
const MOST_RATIO = 2

/**
 * P4: a check-in beside one bare transaction of the SDK with one read and one write, in the same
 * run. Both take turns, call by call, so that what else the machine does slows both alike.
 */
async function main(): Promise<boolean> {
  const shop = await openBenchShop()
  try {
    return report('checkin', await measureCheckIn(shop))
  } finally {
    await shop.stop()
  }
}

async function measureCheckIn(shop: BenchShop): Promise<Figure[]> {
  const bare = await shop.newMember()
  // An account of the size that a regular's has.
  for (let n = 0; n < 5; n += 1)
    await ask(shop, 'purchases', { as: manager, event: shop.newSettle(bare) })
  const checkInMs: number[] = []
  const bareMs: number[] = []
  let calls = 0
  let written = 0
  for (let round = 0; round <= ROUNDS; round += 1) {
    const members: Shopper[] = []
    for (let n = 0; n < A_ROUND; n += 1) members.push(await regular(shop))
    for (const { who } of members) {
      const event = { action: 'checkIn', requestId: shop.nextRequest(), input: {} }
      const pressed = await ask(shop, 'checkin', { as: who, event })
      const booked = await ask(shop, 'bare-transaction', {
        as: who,
        event: { accountId: bare.memberId },
      })
      ;({ calls, written } = pressed)
      // The first round only warms up: instances start, the shop is read.
      if (round === 0) continue
      checkInMs.push(pressed.ms)
      bareMs.push(booked.ms)
    }
  }
  return [
    { what: 'database calls of a check-in', measured: calls, bound: { most: 8 } },
    { what: 'documents written', measured: written, bound: { most: 3 } },
    { what: 'a check-in, ms', measured: median(checkInMs) },
    { what: 'a bare transaction of one read and one write, ms', measured: median(bareMs) },
    {
      what: 'a check-in to a bare transaction: ratio',
      measured: median(checkInMs) / median(bareMs),
      bound: { most: MOST_RATIO },
    },
  ]
}

/** Somebody with an account, as nearly everybody has who checks in. */
async function regular(shop: BenchShop): Promise<Shopper> {
  const member = await shop.newMember()
  await ask(shop, 'purchases', { as: manager, event: shop.newSettle(member) })
  return member
}

async function ask(
  shop: BenchShop,
  fn: string,
  { as: openid, event }: { as: string; event: object },
) {
  const startedAt = performance.now()
  const { answer, dbCalls, docsWritten } = await shop.cloud.call(fn, event, { openid })
  const ms = performance.now() - startedAt
  const told = JSON.stringify(answer)
  if (!told.startsWith('{"ok":true')) throw new Error(`${fn} answered ${told}`)
  return { ms, calls: dbCalls, written: docsWritten }
}

main().then((holds) => process.exit(holds ? 0 : 1))
