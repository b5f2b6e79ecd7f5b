import { listsOf } from '../harness/lists-under-test'
import { settledPlans, settlingOf } from '../harness/settling'
import { openShop } from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, seededRandom } from './chaos-run'

export const name = 'list-cutoffs'

const sizes = { quick: { step: 25 }, full: { step: 1 } } as const
/** How long a killed job's transaction keeps its locks. */
const LOCKS_MS = 1_000

/**
 * The job that settles a list is killed after every one of its database calls, for lists that end
 * in each of the ways in which one may end; it goes on at its next ticks, and the list is what it
 * is when nothing was killed.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { step } = sizes[size]
  const random = seededRandom(seed)
  const shop = await openShop({ store: 'memory', functionsDir, transactionLifetimeMs: LOCKS_MS })
  const { settled } = settlingOf(shop, { locksMs: LOCKS_MS })
  const broken: string[] = []
  let kills = 0
  try {
    const owner = await listsOf(shop).newOwner()
    for (const plan of settledPlans) {
      const wanted = JSON.stringify((await settled(plan, { owner, call: null })).told)
      for (let call = 1 + Math.floor(random() * step); ; call += step) {
        const { told, isKilled } = await settled(plan, { owner, call })
        if (JSON.stringify(told) !== wanted) {
          broken.push(`killed after call ${call}: ${JSON.stringify(told)} instead of ${wanted}`)
        }
        if (!isKilled) break
        kills += 1
      }
    }
  } finally {
    await shop.stop()
  }
  return { figures: { lists: settledPlans.length, kills, broken: broken.length }, broken }
}
