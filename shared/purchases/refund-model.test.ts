import fc from 'fast-check'
import { pricedLines } from '../../dev/harness/coupon-bills'
import { refundedBy } from '../../dev/harness/refundable'
import { addDays } from '../business-date'
import { accountOn, fallDue } from '../points/due'
import { burn, returnBurnt } from '../points/ledger'
import { type Lot, sumOf } from '../points/lots'
import { earnOrHold } from '../points/pending'
import { emptyAccount, type LedgerStep, type PointsAccount } from '../points/points-account'
import { earnedExpiryOf, fullPointsFor, releasedOn } from '../rules/earning'
import { newShop } from '../rules/shop'
import type { BillPoints } from './bill'
import { countedPaidOf } from './purchase-lines'
import { type RefundablePurchase, type RefundEffect, refundFor } from './refund'
import { linesLeftOf } from './refund-lines'

/** A member's life with her shop: what she bought, what she spent, what came back. */
interface Life {
  todayOn: string
  account: PointsAccount
  readonly purchases: RefundablePurchase[]
  readonly spends: (readonly Lot[])[]
  refundCount: number
}
type Happening = { kind: string; n: number; m: number }

const chance = (weight: number, kind: string) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), n: fc.nat(9_999), m: fc.nat(9_999) }),
})
const happening: fc.Arbitrary<Happening> = fc.oneof(
  chance(6, 'buy'),
  chance(2, 'buyLater'),
  chance(3, 'buyWithPoints'),
  chance(4, 'spend'),
  chance(3, 'cancel'),
  chance(5, 'refundPart'),
  chance(2, 'refundWhole'),
  chance(4, 'days'),
  chance(1, 'year'),
)

const HISTORIES = 1_000
const seen = { refunds: 0, parts: 0, debts: 0, returned: 0, revived: 0, expired: 0, restored: 0 }

function buy(
  life: Life,
  { n, m }: Happening,
  as: { pendingDays: number; paid: BillPoints | null },
) {
  const wishes = [
    { title: '苹果', amountFen: n + 2_000, isExcluded: false },
    { title: '香烟', amountFen: m + 1, isExcluded: true },
    { title: '牛奶', amountFen: (n % 700) + 1, isExcluded: false },
    { title: '赠品', amountFen: 0, isExcluded: false },
  ]
  const off = {
    couponOffFen: m % 2 === 0 ? 500 : 0,
    pointsOffFen: as.paid?.offFen ?? 0,
    roundOffFen: n % 10,
  }
  const lines = pricedLines(wishes, off)
  const earnRule = { ...newShop.earnRule, pendingDays: as.pendingDays }
  const { todayOn: businessOn } = life
  const earnedPoints = fullPointsFor(countedPaidOf(lines), businessOn, earnRule)
  const earnedExpiresOn = earnedExpiryOf(businessOn, earnRule)
  const entryKey = `purchase:${life.purchases.length}`
  const releasesOn = releasedOn(businessOn, earnRule)
  const wish = { entryKey, points: earnedPoints, expiresOn: earnedExpiresOn, releasesOn }
  apply(life, earnOrHold(life.account, { ...wish, storeId: null, receiptNo: null }))
  const bill = { lines, freightFen: m % 300, points: as.paid, earnedPoints }
  life.purchases.push({ bill, refunds: [], entryKey, earnedExpiresOn, earnRule, businessOn })
}

function apply(life: Life, { account }: LedgerStep): void {
  life.account = account
}

function spend(life: Life, points: number): readonly Lot[] | null {
  const step = burn(life.account, points)
  if (!step.ok) return null
  apply(life, step.value)
  return step.value.movement.lotChanges.map((lot) => ({ ...lot, points: -lot.points }))
}

const live: Record<string, (life: Life, happened: Happening) => void> = {
  buy: (life, happened) => buy(life, happened, { pendingDays: 0, paid: null }),
  buyLater: (life, happened) => buy(life, happened, { pendingDays: 7, paid: null }),
  buyWithPoints(life, happened) {
    const points = Math.min(life.account.balancePoints, (happened.n % 200) + 1)
    const lots = points > 0 ? spend(life, points) : null
    if (lots) buy(life, happened, { pendingDays: 0, paid: { points, offFen: points, lots } })
  },
  spend(life, { n }) {
    const lots = spend(life, (n % 60) + 1)
    if (lots) life.spends.push(lots)
  },
  cancel(life, { n }) {
    const [spent] = life.spends.splice(n % Math.max(life.spends.length, 1), 1)
    if (!spent) return
    const { account, todayOn } = life
    apply(life, returnBurnt(account, spent, { todayOn, graceDays: 7 }))
    if (account.debtPoints > 0 || spent.some(({ expiresOn }) => expiresOn < todayOn)) return
    // Nothing owed, nothing expired: each of the same lots has what was taken from it.
    const dates = [...account.lots, ...spent].map(({ expiresOn }) => expiresOn)
    for (const on of dates)
      expect(heldOn(life.account.lots, on)).toBe(heldOn(account.lots, on) + heldOn(spent, on))
    seen.restored += 1
  },
  refundPart(life, { n, m }) {
    const position = n % Math.max(life.purchases.length, 1)
    const left = life.purchases[position] ? linesLeftOf(life.purchases[position]) : []
    const lines = left
      .map(({ lineNo, leftFen }) => ({ lineNo, amountFen: Math.floor((leftFen * (m % 99)) / 99) }))
      .filter(({ lineNo, amountFen }) => amountFen > 0 && (n + lineNo) % 3 > 0)
    if (lines.length > 0) refund(life, position, lines)
    if (lines.length > 0) seen.parts += 1
  },
  refundWhole: (life, { n }) => refund(life, n % Math.max(life.purchases.length, 1), null),
  days(life, { n }) {
    life.todayOn = addDays(life.todayOn, n % 40)
    for (const { step } of fallDue(life.account, life.todayOn)) apply(life, step)
  },
  year(life) {
    live.days?.(life, { kind: 'days', n: 39, m: 0 })
    life.todayOn = addDays(life.todayOn, 330)
    life.account = accountOn(life.account, life.todayOn)
  },
}

function refund(
  life: Life,
  position: number,
  lines: readonly { lineNo: number; amountFen: number }[] | null,
): void {
  const purchase = life.purchases[position]
  if (!purchase) return
  const { account, todayOn } = life
  const world = { account, todayOn, graceDays: 7, coupons: [], gifts: [] }
  const shown = refundFor(purchase, { lines, freightFen: 0 }, world)
  if (!shown.ok) {
    expect(shown.code).toBe('PURCHASE_REFUNDED')
    return
  }
  for (const { step } of shown.value.steps) apply(life, step)
  expectApplied(shown.value, account, life.account)
  life.refundCount += 1
  life.purchases[position] = refundedBy(purchase, shown.value, life.refundCount)
  if (shown.value.isFull) expectWhole(life.purchases[position])
}

/** What was shown is the difference between her account before and after, lot by lot. */
function expectApplied(shown: RefundEffect, before: PointsAccount, after: PointsAccount): void {
  const { takenLots, returnedLots, newDebtPoints, debtRepaidPoints } = shown
  expect(shown.account).toEqual(after)
  expect(after.debtPoints - before.debtPoints).toBe(newDebtPoints - debtRepaidPoints)
  expect(before.pendingPoints - after.pendingPoints).toBe(shown.pendingPoints)
  const keptPoints = shown.returnedPoints - debtRepaidPoints
  expect(after.balancePoints - before.balancePoints).toBe(keptPoints - sumOf(takenLots))
  const askedPoints = shown.clawbackPoints - shown.expiredPoints - shown.pendingPoints
  expect(askedPoints).toBe(sumOf(takenLots) + newDebtPoints)
  expect(sumOf(returnedLots)).toBe(shown.returnedPoints)
  const dates = [...before.lots, ...after.lots, ...returnedLots].map((lot) => lot.expiresOn)
  for (const on of dates) {
    const change = heldOn(after.lots, on) - heldOn(before.lots, on)
    const most = heldOn(returnedLots, on) - heldOn(takenLots, on)
    if (debtRepaidPoints === 0) expect(change).toBe(most)
    expect(change).toBeLessThanOrEqual(most)
  }
  seen.refunds += 1
  if (newDebtPoints > 0) seen.debts += 1
  if (shown.expiredPoints > 0) seen.expired += 1
  if (shown.returnedPoints > 0) seen.returned += 1
  if (returnedLots.some((lot) => lot.fromOn !== lot.expiresOn)) seen.revived += 1
}

/** All parts together are the purchase: its money, its points, and those that paid for it. */
function expectWhole({ bill, refunds }: RefundablePurchase) {
  const { lines, freightFen, earnedPoints, points } = bill
  const total = (of: (refund: (typeof refunds)[number]) => number) =>
    refunds.reduce((sum, one) => sum + of(one), 0)
  const goodsFen = lines.reduce((sum, { paidFen }) => sum + paidFen, 0)
  expect(total(({ moneyFen, freightFen: fen }) => moneyFen - fen)).toBe(goodsFen)
  expect(total(({ freightFen: fen }) => fen)).toBeLessThanOrEqual(freightFen)
  expect(total(({ clawbackPoints }) => clawbackPoints)).toBe(earnedPoints)
  expect(total(({ returnedPoints }) => returnedPoints)).toBe(points?.points ?? 0)
}

function heldOn(lots: readonly Lot[], expiresOn: string): number {
  return sumOf(lots.filter((lot) => lot.expiresOn === expiresOn))
}

describe(`${HISTORIES} random histories`, () => {
  it('each refund does to the account exactly what it showed, and parts make up the whole', () => {
    const history = fc.array(happening, { minLength: 10, maxLength: 40 })
    fc.assert(
      fc.property(history, (happenings) => {
        const life: Life = {
          ...{ todayOn: '2026-03-10', account: emptyAccount },
          ...{ purchases: [], spends: [], refundCount: 0 },
        }
        for (const happened of happenings) live[happened.kind]?.(life, happened)
      }),
      { numRuns: HISTORIES },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })
})
