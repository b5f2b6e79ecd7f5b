import { startOfDateAt } from '../../shared/business-date'
import { openShop, type ShopUnderTest, tallyOf } from '../harness/shop-under-test'
import type { Document } from '../localcloud/engine/document'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'

export const name = 'expiry-edge'

const sizes = {
  quick: { rounds: 1, members: 4, spends: 120 },
  full: { rounds: 20, members: 50, spends: 500 },
} as const
const PRICE_POINTS = 10
const HELD_POINTS = 60
const MOST_SPENDS = HELD_POINTS / PRICE_POINTS
const DAY_MS = 86_400_000
const AT_ONCE = 32

interface Person {
  readonly who: string
  readonly memberId: string
}

/**
 * R9. Members spend in the last millisecond in which their points live, and in the first in which
 * they are dead, while the job runs: no dead point is spent, and none dies twice.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { rounds, spends } = sizes[size]
  const random = seededRandom(seed)
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const counts: Record<string, number> = {}
  try {
    const stock = { leftCount: 1_000_000, limitPerMember: 1_000_000, pricePoints: PRICE_POINTS }
    const rewardId = await shop.newReward(stock)
    for (let round = 0; round < rounds; round += 1) {
      const people = await joinAndEarn(shop, sizes[size].members)
      const deadAt = await deathOf(shop, people)
      const asked = new Map<string, number>()
      /** How many of those who asked have the points for it, while they live. */
      const affordable = () =>
        [...asked.values()].reduce((sum, count) => sum + Math.min(count, MOST_SPENDS), 0)
      const spend = () => {
        const { who } = people[Math.floor(random() * people.length)] ?? { who: '' }
        asked.set(who, (asked.get(who) ?? 0) + 1)
        const options = { as: who, requestId: shop.fresh('spend'), input: { rewardId } }
        return shop.callPatiently('mall.redeem', options)
      }
      const { early, earlyAffordable, late } = await spendAround(shop, {
        deadAt,
        spends,
        spend,
        affordable,
      })
      addTally(counts, 'last millisecond', early)
      addTally(counts, 'first one after', late)
      broken.push(...unequal('redeemed on the last day', early.ok, earlyAffordable))
      broken.push(...unequal('redeemed with dead points', late.ok ?? 0, 0))
      for (const person of people) broken.push(...(await inspect(shop, person, deadAt)))
    }
    if (!(await shop.books()).balanced) broken.push('the books do not balance')
  } finally {
    await shop.stop()
  }
  return { figures: { rounds, 'spends in all': rounds * spends, ...counts }, broken }
}

/** All earn on one day and nothing else: each has one lot, which ends with the same month. */
async function joinAndEarn(shop: ShopUnderTest, members: number): Promise<Person[]> {
  const people: Person[] = []
  for (let made = 0; made < members; made += 1) people.push(await shop.newMember(HELD_POINTS))
  return people
}

async function deathOf(shop: ShopUnderTest, people: readonly Person[]): Promise<number> {
  const [account] = await shop.find('points_accounts', { _id: people[0]?.memberId ?? '' })
  const lastOn = /"expiresOn":"([\d-]{10})"/.exec(JSON.stringify(account?.lots))?.[1] ?? ''
  return startOfDateAt(lastOn) + DAY_MS
}

/** Half of them begin before midnight, some of these still under way when it strikes. */
async function spendAround(
  shop: ShopUnderTest,
  {
    deadAt,
    spends,
    spend,
    affordable,
  }: {
    deadAt: number
    spends: number
    spend: () => ReturnType<typeof shop.callPatiently>
    affordable: () => number
  },
) {
  const half = Math.floor(spends / 2)
  shop.local.clock.hold(deadAt - 1)
  const early = tallyOf(await inLanes(half - AT_ONCE, spend))
  const earlyAffordable = affordable()
  const underWay = inLanes(AT_ONCE, spend)
  shop.local.clock.hold(deadAt)
  const jobs = [shop.fireTimer('points'), shop.fireTimer('points')]
  const late = await inLanes(spends - half, spend)
  await Promise.all(jobs)
  await shop.fireTimer('points')
  // Who was under way may have been heard before or after midnight: the entries tell.
  return { early, earlyAffordable, underWay: tallyOf(await underWay), late: tallyOf(late) }
}

async function inLanes<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = []
  let left = count
  const lane = async () => {
    while (left > 0) {
      left -= 1
      done.push(await work())
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, lane))
  return done
}

function addTally(counts: Record<string, number>, when: string, tally: Record<string, number>) {
  for (const [answer, count] of Object.entries(tally)) {
    const key = `${when}: ${answer}`
    counts[key] = (counts[key] ?? 0) + count
  }
}

async function inspect(shop: ShopUnderTest, { memberId }: Person, deadAt: number) {
  const entries = await shop.find('points_entries', { memberId })
  const [account] = await shop.find('points_accounts', { _id: memberId })
  const sum = (of: Document[]) => of.reduce((all, { points }) => all + Number(points), 0)
  const burns = entries.filter(({ kind }) => kind === 'burn')
  const deaths = entries.filter(({ kind }) => kind === 'expire')
  const spentPoints = 0 - sum(burns)
  return [
    ...unequal(
      `${memberId}: burnt after the end`,
      burns.filter((e) => Number(e.at) >= deadAt).length,
      0,
    ),
    ...unequal(
      `${memberId}: expired before the end`,
      deaths.filter(({ at }) => Number(at) < deadAt).length,
      0,
    ),
    ...unequal(`${memberId}: expired points`, 0 - sum(deaths), HELD_POINTS - spentPoints),
    ...unequal(`${memberId}: expiries`, deaths.length, spentPoints < HELD_POINTS ? 1 : 0),
    ...unequal(`${memberId}: balance`, account?.balancePoints, 0),
  ]
}
