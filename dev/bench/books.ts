import { openBenchShop } from './bench-shop'
import { measureEarnRate } from './earn-rate'
import { report } from './figures'
import { measureLongHistory } from './long-history'

/** What the books cost: with a long history, and how many earns a second they take. */
async function main(): Promise<boolean> {
  const shop = await openBenchShop()
  try {
    return report('books', [...(await measureLongHistory(shop)), ...(await measureEarnRate(shop))])
  } finally {
    await shop.stop()
  }
}

main().then((holds) => process.exit(holds ? 0 : 1))
