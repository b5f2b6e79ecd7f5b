import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, seededRandom } from './chaos-run'

export const name = 'auditor'

const sizes = {
  quick: { workers: 8, members: 10, audits: 5 },
  full: { workers: 32, members: 50, audits: 100 },
} as const
/** Between two audits at least so much happens, at most twice as much. */
const OPERATIONS_BETWEEN = 20
const PATIENCE_MS = 10
const MINUTE_MS = 60_000

/** The state of one run, which its workers share. */
interface Street {
  readonly shop: ShopUnderTest
  readonly people: readonly { readonly who: string; readonly memberId: string }[]
  readonly rewardId: string
  readonly random: () => number
  readonly counts: Record<string, number>
  readonly purchases: string[]
  readonly redemptions: { who: string; redemptionId: string }[]
}

/**
 * R7. Many workers let members buy, redeem, cancel, get refunds and adjustments, be frozen and
 * freed; at random instants an auditor reads one snapshot of the books: they balance, always.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { workers, members, audits } = sizes[size]
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const counts: Record<string, number> = {}
  let operations = 0
  try {
    const people = await atOnce(members, () => shop.newMember(200))
    const stock = { leftCount: 1_000_000, limitPerMember: 1_000_000, pricePoints: 40 }
    const rewardId = await shop.newReward(stock)
    const random = seededRandom(seed)
    const street = { shop, people, rewardId, random, counts, purchases: [], redemptions: [] }
    let closed = false
    const work = async () => {
      while (!closed) {
        const fault = await happen(street)
        if (fault !== undefined) broken.push(fault)
        operations += 1
      }
    }
    const working = atOnce(workers, work)
    for (let audit = 0; audit < audits; audit += 1) {
      const next = operations + OPERATIONS_BETWEEN * (1 + random())
      while (operations < next) await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
      const report = await shop.books()
      // A code settles once: with a new minute everybody can buy again.
      await shop.advanceClock(MINUTE_MS)
      if (!report.balanced) broken.push(`audit ${audit}: ${JSON.stringify(report)}`)
    }
    closed = true
    await working
    if (!(await shop.books()).balanced) broken.push('the books do not balance in the end')
  } finally {
    await shop.stop()
  }
  const figures = { workers, members, audits, operations, ...counts }
  return { figures: { ...figures, 'audits that failed, faults': broken.length }, broken }
}

type Wish = readonly [name: string, called: ReturnType<ShopUnderTest['callPatiently']>]

/** One thing happens; answers a sentence when a fault came of it. */
async function happen(street: Street): Promise<string | undefined> {
  const kind = Math.floor(street.random() * wishes.length)
  const wish = await wishes[kind]?.(street)
  if (!wish) return undefined
  const [what, calling] = wish
  const { answer } = await calling
  const outcome = answer.ok ? 'ok' : answer.code
  const key = `${what} ${outcome}`
  street.counts[key] = (street.counts[key] ?? 0) + 1
  return outcome === 'INTERNAL' ? `${what} ended in a fault` : undefined
}

const wishes: readonly ((street: Street) => Promise<Wish | undefined>)[] = [
  buy,
  buy,
  async ({ shop, rewardId, ...street }) => {
    const { who } = someone(street)
    const options = { as: who, requestId: shop.fresh('redeem'), input: { rewardId } }
    const calling = shop.callPatiently('mall.redeem', options)
    void calling.then(({ answer }) => {
      if (answer.ok) street.redemptions.push({ who, redemptionId: answer.value.redemptionId })
    })
    return ['redeem', calling]
  },
  async ({ shop, redemptions }) => {
    const { who, redemptionId } = redemptions.pop() ?? {}
    if (who === undefined || redemptionId === undefined) return undefined
    const options = { as: who, requestId: shop.fresh('cancel'), input: { redemptionId } }
    return ['cancel', shop.callPatiently('mall.cancelRedemption', options)]
  },
  async ({ shop, purchases }) => {
    const purchaseId = purchases.pop()
    if (purchaseId === undefined) return undefined
    const options = { as: clerk, requestId: shop.fresh('refund'), input: { purchaseId } }
    return ['refund', shop.callPatiently('purchases.refund', options)]
  },
  async (street) => {
    const points = Math.floor(street.random() * 60) - 30
    const { who } = someone(street)
    const memberNumber = await street.shop.numberOf(who)
    const input = { memberNumber, points: points === 0 ? 1 : points, reason: '补记' }
    const options = { as: manager, requestId: street.shop.fresh('adjust'), input }
    return ['adjust', street.shop.callPatiently('points.adjust', options)]
  },
  async (street) => {
    const { shop } = street
    const memberNumber = await shop.numberOf(someone(street).who)
    const options = { as: manager, input: { memberNumber, reason: '核对' } }
    const what = street.random() < 0.5 ? ('points.freeze' as const) : ('points.unfreeze' as const)
    return [what, shop.callPatiently(what, { ...options, requestId: shop.fresh('freeze') })]
  },
  async (street) => {
    const { who } = someone(street)
    return ['claimPack', street.shop.callPatiently('gifts.claimPack', { as: who })]
  },
]

async function buy(street: Street): Promise<Wish> {
  const { shop, purchases, random } = street
  const memberCode = await shop.codeOf(someone(street).who)
  const bill = { billFen: 100 + Math.floor(random() * 9_000), receiptNo: shop.fresh('receipt') }
  const input = { memberCode, ...bill, storeId: EAST, repeatConfirmed: true }
  const options = { as: manager, requestId: shop.fresh('buy'), input }
  const calling = shop.callPatiently('purchases.settle', options)
  void calling.then(({ answer }) => {
    if (answer.ok) purchases.push(answer.value.purchaseId)
  })
  return ['settle', calling]
}

function someone({ people, random }: Pick<Street, 'people' | 'random'>) {
  const person = people[Math.floor(random() * people.length)]
  if (!person) throw new Error('nobody lives there')
  return person
}
