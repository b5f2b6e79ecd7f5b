import { addDays } from '../../shared/business-date'
import { NO_TILL } from '../../shared/closings/day-closing'
import type { Output } from '../../shared/contract/contract'
import { auditorOf } from '../harness/auditor'
import { type Dice, diceOf } from '../harness/dice'
import { payWithPoints } from '../harness/paying-under-test'
import { roundingToYuan } from '../harness/rounding-under-test'
import { clerk, openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { BOOK_TILLS, type BookClosing, type BookTill, figuresApart } from '../harness/till-book'
import { happenings, TillSales } from '../harness/till-sales'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'

export const name = 'till-days'

const sizes = { quick: 5, full: 1_000 } as const
const FIRST_ON = '2026-03-10'
/** A night's certificate is asked for so often, and after the last day. */
const CERTIFIED_DAYS = 10
const MOST_HAPPENINGS = 6

/**
 * Random days of three tills: bills as one sum and line by line, coupons, points, 抹零 in every way
 * to tell it, gifts of 0.00, parts and wholes given back, requests sent again, forgotten receipts
 * and files of days before, closings in the evening, the next morning or days later. Each closing
 * is what a notebook adds up to, what nobody counted never differs, and the books certify.
 */
export async function run(setting: ChaosSetting): Promise<ChaosReport> {
  const { seed, size, functionsDir, days = sizes[size] } = setting
  const rules = { payWithPoints, rounding: roundingToYuan }
  const shop = await openShop({ store: 'memory', functionsDir, shop: rules })
  const dice = diceOf(seededRandom(seed))
  const sales = new TillSales(shop, dice)
  const told: Told = { shop, dice, sales, counts: { days }, broken: [] }
  try {
    for (let day = 0; day < days && told.broken.length === 0; day += 1) {
      const on = addDays(FIRST_ON, day)
      await liveDay(told, on, { isFirst: day === 0 })
      told.broken.push(...sales.broken.splice(0).map((sentence) => `${on}: ${sentence}`))
      if (day % CERTIFIED_DAYS === CERTIFIED_DAYS - 1 || day === days - 1) await certify(told, on)
    }
  } finally {
    await shop.stop()
  }
  return { figures: told.counts, broken: told.broken }
}

interface Told {
  readonly shop: ShopUnderTest
  readonly dice: Dice
  readonly sales: TillSales
  readonly counts: Record<string, number>
  readonly broken: string[]
}

/** A morning in which the day before may still be signed, a day, an evening, and what is late. */
async function liveDay(told: Told, on: string, { isFirst }: { isFirst: boolean }): Promise<void> {
  const { shop, dice } = told
  await shop.setClock(`${on}T01:00:00.000Z`)
  if (!isFirst && dice.chance(30)) await close(told, dice.pick(BOOK_TILLS), addDays(on, -1))
  for (let no = 1 + dice.upTo(MOST_HAPPENINGS); no > 0; no -= 1) await happen(told, on)
  await shop.setClock(`${on}T12:00:00.000Z`)
  // Under way in the minute of the closing.
  if (dice.chance(50)) await happen(told, on)
  for (const tillNo of BOOK_TILLS) {
    // The first closing counts its own day alone: all that comes later has one before it.
    if (isFirst || dice.chance(75)) await close(told, tillNo, on)
  }
  if (dice.chance(40)) await happen(told, on)
}

async function happen({ dice, sales, counts }: Told, on: string): Promise<void> {
  const what = dice.pick(happenings)
  counts[what] = (counts[what] ?? 0) + 1
  await sales.live(what, on)
}

/** One till's day as the page shows it, held against the notebook, and signed. */
async function close(told: Told, tillNo: BookTill, on: string): Promise<void> {
  const { shop, sales, counts, broken } = told
  const place = { tillNo: tillNo ?? NO_TILL, businessOn: on }
  const day = await shop.value('closings.closing', { as: clerk, input: place })
  if (day.signed !== null || (day.lastSignedOn ?? '') > on) return
  const wanted = sales.book.closing(tillNo, on)
  broken.push(...closingApart(`${on}, till ${place.tillNo}`, day, wanted))
  const { typed, mistake } = typedBy(told, wanted)
  const { purchaseCount: seenCount, paidFen: seenPaidFen, refundFen: seenRefundFen } = wanted.sums
  const { answer } = await shop.callPatiently('closings.signClosing', {
    ...{ as: clerk, requestId: shop.fresh('sign') },
    input: { ...place, ...typed, seenCount, seenPaidFen, seenRefundFen },
  })
  sales.book.sign(tillNo, on)
  const differences = answer.ok ? answer.value.differences : answer.code
  const found = JSON.stringify(differences)
  broken.push(...unequal(`${on}, till ${place.tillNo}, differences`, found, mistake))
  const receipts = answer.ok ? answer.value.receiptDifferences.length : 0
  broken.push(...unequal(`${on}, till ${place.tillNo}, receipts apart`, receipts, 0))
  counts.closings = (counts.closings ?? 0) + 1
  if (mistake !== '[]')
    counts['closings with a mistake'] = 1 + (counts['closings with a mistake'] ?? 0)
}

function closingApart(
  what: string,
  { ours }: Output<'closings', 'closing'>,
  wanted: BookClosing,
): string[] {
  const { billFen, couponFen, pointsFen, roundOffFen, paidFen } = ours.sums
  const isMoney = paidFen >= billFen - couponFen - pointsFen - roundOffFen
  return [
    ...figuresApart(what, ours.sums, wanted.sums),
    ...figuresApart(`${what}, late`, ours.lateSums, wanted.lateSums),
    ...(isMoney ? [] : [`${what}: more came off than the steps say`]),
  ]
}

/**
 * What the till says: the notebook and some who are no members. Fields stay blank by chance; one of
 * those that are filled in may be wrong, and then it alone differs.
 */
function typedBy({ dice }: Told, { sums, receipts }: BookClosing) {
  const count = dice.upTo(4)
  // Where nobody bought there is no money: the page refuses such a count.
  const others = { count, fen: count === 0 ? 0 : dice.upTo(20_000) }
  const mistakeFen = dice.chance(20) ? 1 + dice.upTo(500) : 0
  const figure = dice.pick(['refund', 'coupon', 'points'] as const)
  const ourFigure = { ...sums, refund: sums.refundFen, coupon: sums.couponFen }
  const ours = { refund: ourFigure.refund, coupon: ourFigure.coupon, points: sums.pointsFen }
  const counted = { ...ours, [figure]: ours[figure] + mistakeFen }
  const isBlank = { refund: dice.chance(40), coupon: dice.chance(40), points: dice.chance(40) }
  const filled = <T>(field: string, value: T, blank: boolean) => (blank ? {} : { [field]: value })
  const list = receipts.map(({ receiptNo, amountFen }) => `${receiptNo} ${amountFen / 100}`)
  const typed = {
    ...{ receiptCount: sums.purchaseCount + others.count, amountFen: sums.paidFen + others.fen },
    ...filled('refundFen', counted.refund, isBlank.refund),
    ...filled('couponFen', counted.coupon, isBlank.coupon),
    ...filled('pointsFen', counted.points, isBlank.points),
    ...filled('nonMemberCount', others.count, dice.chance(40)),
    ...filled('nonMemberFen', others.fen, dice.chance(40)),
    ...filled('footfallCount', 9, dice.chance(40)),
    ...filled('receiptList', list.join('\n'), list.length === 0 || dice.chance(50)),
    ...filled('note', '点错了一笔', mistakeFen === 0),
  }
  const difference = { figure, tillFigure: counted[figure], ourFigure: ours[figure] }
  const isTold = mistakeFen > 0 && !isBlank[figure]
  const mistake = isTold ? [{ ...difference, difference: mistakeFen }] : []
  return { typed, mistake: JSON.stringify(mistake) }
}

async function certify({ shop, counts, broken }: Told, on: string): Promise<void> {
  const { night, latest } = auditorOf(shop)
  await night(on)
  const { isBalanced, findings } = await latest()
  broken.push(...unequal(`${on}, certificate ${JSON.stringify(findings)}`, isBalanced, true))
  counts.certificates = (counts.certificates ?? 0) + 1
}
