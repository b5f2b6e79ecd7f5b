import { atOnce, openShop, type ShopUnderTest, tallyOf } from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, unequal } from './chaos-run'

export const name = 'last-unit'

const sizes = { quick: { rounds: 2, buyers: 16 }, full: { rounds: 100, buyers: 64 } } as const
const PRICE_POINTS = 10
const PROPER = new Set(['ok', 'SOLD_OUT'])

/**
 * R3, for the stock of a reward: many want the last one at once, one in five of them by a double
 * tap. One gets it, the others hear that it is sold out, nobody hears of an error.
 */
export async function run({ size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { rounds, buyers } = sizes[size]
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const totals: Record<string, number> = {}
  try {
    const people = await atOnce(buyers, () => shop.newMember(PRICE_POINTS * rounds))
    const openids = people.map(({ who }) => who)
    for (let round = 0; round < rounds; round += 1) {
      const tally = await buyAtOnce(shop, openids, broken)
      for (const [answer, count] of Object.entries(tally)) {
        totals[answer] = (totals[answer] ?? 0) + count
      }
    }
    if (!(await shop.books()).balanced) broken.push('the books do not balance')
  } finally {
    await shop.stop()
  }
  const answers = Object.entries(totals).map(([answer, count]) => [`answered ${answer}`, count])
  return { figures: { rounds, buyers, ...Object.fromEntries(answers) }, broken }
}

async function buyAtOnce(shop: ShopUnderTest, openids: readonly string[], broken: string[]) {
  const rewardId = await shop.newReward({ leftCount: 1, pricePoints: PRICE_POINTS })
  const calls = openids.flatMap((who, position) => {
    const options = { as: who, requestId: shop.fresh('buy'), input: { rewardId } }
    return position % 5 === 0 ? [options, options] : [options]
  })
  const answers = await Promise.all(calls.map((call) => shop.callPatiently('mall.redeem', call)))
  const tally = tallyOf(answers)
  const redemptions = await shop.find('redemptions', { rewardId })
  const improper = Object.keys(tally).filter((answer) => !PROPER.has(answer))
  broken.push(
    ...improper.map((answer) => `${rewardId}: a buyer heard ${answer}`),
    ...unequal(`${rewardId}: redemptions`, redemptions.length, 1),
    ...unequal(`${rewardId}: left`, await shop.rewardLeft(rewardId), 0),
  )
  return tally
}
