import { receiptsOf, type Shopper, type Spelling, type WayIn, waysIn } from '../harness/one-receipt'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, seededRandom } from './chaos-run'

export const name = 'receipts'

const sizes = { quick: 16, full: 1_500 } as const
const days = ['2026-03-09', '2026-03-10'] as const
/** What says no, or asks. */
const asked =
  /^(?:RECEIPT_USED|RECEIPT_REPEAT|PURCHASE_REPEAT|there|receiptTaken|receiptAsked|scannedAlready)$/

type Random = () => number

/**
 * One receipt, spelled in any two ways, comes by any two of the ways in, in any order or at once,
 * on either of two neighbouring days: it earns once, and the other is refused or asked about.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const random = seededRandom(seed)
  const broken: string[] = []
  const told: Record<string, number> = {}
  try {
    for (let story = 0; story < sizes[size]; story += 1) {
      const { sentence, answers, bookedCount } = await tell(shop, story, random)
      for (const answer of answers) told[answer] = (told[answer] ?? 0) + 1
      const isRight = answers.every((answer) => answer === 'booked' || asked.test(answer))
      if (bookedCount !== 1 || !isRight) {
        broken.push(`${sentence}: ${answers.join(', ')}, ${bookedCount} booked`)
      }
    }
    const books = await shop.books()
    if (!books.balanced) broken.push('the books do not balance')
  } finally {
    await shop.stop()
  }
  return { figures: { stories: sizes[size], ...told, broken: broken.length }, broken }
}

/** One story: what was brought, what was answered, and how many purchases there are then. */
async function tell(shop: ShopUnderTest, story: number, random: Random) {
  const receipts = receiptsOf(shop)
  const shopper = await receipts.newShopper()
  const number = `${1 + Math.floor(random() * 9)}${String(story).padStart(4, '0')}`
  const [first, second] = [someWay(random), someWay(random)]
  const isAtOnce = random() < 0.25
  const papers = [0, 1].map(() => spelled(number, random))
  const bring = (place: 0 | 1) => receipts[place === 0 ? first : second](...paperOf(place))
  const paperOf = (place: 0 | 1): [Shopper, Spelling] => [shopper, papers[place] ?? noPaper]
  await shop.advanceClock(60_000)
  const answers: string[] = []
  if (isAtOnce) answers.push(...(await Promise.all([bring(0), bring(1)])))
  else {
    answers.push(await bring(0))
    // The next code, and not the till's own question of ten minutes.
    await shop.advanceClock(60_000 * (random() < 0.5 ? 1 : 11))
    answers.push(await bring(1))
  }
  await backToTheDay(shop)
  const booked = await shop.find('purchases', { memberId: shopper.memberId })
  const brought = [first, second].map((way, place) => `${way} ${JSON.stringify(papers[place])}`)
  const sentence = `${story}: ${brought.join(isAtOnce ? ' and at once ' : ', then ')}`
  return { sentence, answers, bookedCount: booked.length }
}

const noPaper: Spelling = { billFen: 8_800, on: days[1] }

function someWay(random: Random): WayIn {
  return waysIn[Math.floor(random() * waysIn.length)] ?? 'till'
}

/** Zeros before it, dashes and small letters in it, its till or none, either day. */
function spelled(number: string, random: Random): Spelling {
  const zeros = '0'.repeat(Math.floor(random() * 4))
  const cut = 1 + Math.floor(random() * (number.length - 1))
  const dashed = random() < 0.4 ? `${number.slice(0, cut)}-${number.slice(cut)}` : number
  const receiptNo = `${random() < 0.5 ? 'r' : 'R'}${dashed}`
  const tills = ['', '2', '02', '2', '002', '3']
  return {
    receiptNo: `${zeros}${receiptNo}`,
    tillNo: tills[Math.floor(random() * tills.length)] ?? '',
    billFen: 8_800,
    on: days[random() < 0.5 ? 0 : 1],
  }
}

/** Thousands of minutes would be another day, and the two days of the receipts long past. */
async function backToTheDay(shop: ShopUnderTest): Promise<void> {
  const noonAt = Date.parse(`${days[1]}T12:00:00+08:00`)
  if (shop.nowMs() > noonAt + 9 * 3_600_000) await shop.setClock(new Date(noonAt).toISOString())
}
