import { atOnce, openShop, type ShopUnderTest, tallyOf } from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, unequal } from './chaos-run'

export const name = 'last-points'

const rounds = { quick: 3, full: 200 } as const
const SPENDS = 20
const PRICE_POINTS = 100

/** R2. A member with 100 points asks 20 times at once for what costs 100: she gets one. */
export async function run({ size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const totals: Record<string, number> = {}
  try {
    const stock = { leftCount: 100_000, limitPerMember: 100_000, pricePoints: PRICE_POINTS }
    const rewardId = await shop.newReward(stock)
    for (let round = 0; round < rounds[size]; round += 1) {
      const tally = await spendAtOnce(shop, rewardId, broken)
      for (const [answer, count] of Object.entries(tally)) {
        totals[answer] = (totals[answer] ?? 0) + count
      }
    }
    if (!(await shop.books()).balanced) broken.push('the books do not balance')
  } finally {
    await shop.stop()
  }
  const answers = Object.entries(totals).map(([answer, count]) => [`answered ${answer}`, count])
  const figures = { rounds: rounds[size], 'spends at once': SPENDS, ...Object.fromEntries(answers) }
  return { figures, broken }
}

async function spendAtOnce(shop: ShopUnderTest, rewardId: string, broken: string[]) {
  const { who, memberId } = await shop.newMember(PRICE_POINTS)
  const calls = await atOnce(SPENDS, () =>
    shop.callPatiently('mall.redeem', {
      as: who,
      requestId: shop.fresh('spend'),
      input: { rewardId },
    }),
  )
  const tally = tallyOf(calls)
  broken.push(
    ...unequal(`${who}: redeemed`, tally.ok, 1),
    ...unequal(`${who}: told POINTS_INSUFFICIENT`, tally.POINTS_INSUFFICIENT, SPENDS - 1),
    ...unequal(`${who}: balance`, await shop.balanceOf(who), 0),
    ...unequal(`${who}: redemptions`, (await shop.find('redemptions', { memberId })).length, 1),
  )
  return tally
}
