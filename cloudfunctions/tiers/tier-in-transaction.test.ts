import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { type Bought, TierModel } from '../../dev/harness/tier-model'
import { tillOf } from '../../dev/harness/till-under-test'
import { newShop } from '../../shared/rules/shop'

const tierPercents = { silver: 100, gold: 120, diamond: 150 }

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { earnRule: { ...newShop.earnRule, tierPercents } } })
})
afterAll(() => shop.stop())

const { settle, nextCode, newShopper } = tillOf(() => shop)
const mine = (who: string) => shop.value('tiers.mine', { as: who })

async function buys(who: string, billFen: number) {
  const receiptNo = shop.fresh('receipt')
  const memberCode = await nextCode(who)
  const called = await settle({ memberCode, billFen, receiptNo, storeId: EAST }, { as: manager })
  if (!called.answer.ok) throw new Error(called.answer.code)
  const { dbCalls, docsWritten } = called
  return { ...called.answer.value, cost: `${dbCalls} calls, ${docsWritten} written` }
}

const giveBack = (purchaseId: string, amountFen?: number) => {
  const lines = amountFen === undefined ? {} : { lines: [{ lineNo: 1, amountFen }] }
  return shop.value('purchases.refund', { as: clerk, input: { purchaseId, ...lines } })
}

describe('a purchase', () => {
  it('brings a level at once, says so, and costs what it cost without', async () => {
    const { who } = await newShopper()
    // A cold instance reads the shop besides.
    await buys(who, 100)
    const plain = await buys(who, 99_800)
    expect(plain.bookedWith).toEqual([])
    const { bookedWith, cost } = await buys(who, 400_200)
    expect(bookedWith).toEqual([{ label: '会员等级', value: '升级为金卡会员' }])
    expect([plain.cost, cost]).toEqual(['10 calls, 3 written', '10 calls, 3 written'])
  })

  it('earns by the level that she had before it', async () => {
    const { who } = await newShopper()
    expect((await buys(who, 500_000)).earnedPoints).toBe(5_000)
    const { earnedPoints, purchaseId } = await buys(who, 10_000)
    expect(earnedPoints).toBe(120)
    const [purchase] = await shop.find('purchases', { _id: purchaseId })
    expect(purchase?.earnRule).toMatchObject({ tierPercent: 120 })
  })

  it('is quoted with the level that it would bring', async () => {
    const { who, memberCode } = await newShopper()
    const quote = await shop.value('purchases.quote', {
      ...{ as: clerk, input: { memberCode, billFen: 100_000 } },
    })
    expect(quote.bookedWith).toEqual([{ label: '会员等级', value: '升级为银卡会员' }])
    expect((await mine(who)).tier.tierId).toBe('plain')
  })

  it('that a clerk scans for is greeted by its level', async () => {
    const { who } = await newShopper()
    await buys(who, 500_000)
    const input = { memberCode: await nextCode(who) }
    const scan = await shop.value('staff.scan', { as: clerk, input })
    expect(scan.tier).toEqual({ tierId: 'gold', title: '金卡会员' })
    expect(scan.prompt).toContain('金卡会员，积分 1.2 倍')
  })
})

describe('a refund', () => {
  it('shows the figures before and after, and takes back what it brought', async () => {
    const { who } = await newShopper()
    await buys(who, 50_000)
    const { purchaseId } = await buys(who, 50_000)
    const input = { purchaseId, lines: [{ lineNo: 1, amountFen: 1 }] }
    const { shown } = await shop.value('purchases.previewRefund', { as: clerk, input })
    const line = { label: '会员等级', value: '银卡会员 → 普通会员（¥1,000 → ¥999.99）' }
    expect(shown.undoneWith).toContainEqual(line)
    expect((await mine(who)).tier.tierId).toBe('silver')
    await giveBack(purchaseId, 1)
    expect(await mine(who)).toMatchObject({ tier: { tierId: 'plain' }, gap: 1 })
  })
})

/** Purchases, refunds and months, in an order that a seed draws. */
it('leaves the level that all purchases together make, whatever happened', async () => {
  const { who, memberId } = await newShopper()
  const model = new TierModel(newShop.tierRule)
  const ids = new Map<Bought, string>()
  let seed = 20_260_310
  const draw = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const today = async () => (await shop.value('members.home', { as: who })).todayOn
  for (let step = 0; step < 18; step += 1) {
    const on = await today()
    model.review(on)
    const open = model.bought.filter(({ leftFen }) => leftFen > 0)
    const back = draw(3) === 0 ? open[draw(Math.max(open.length, 1))] : undefined
    if (back) {
      await giveBack(ids.get(back) ?? '')
      back.leftFen = 0
    } else {
      const billFen = 20_000 + draw(180_000)
      const { purchaseId, settledAt: at } = await buys(who, billFen)
      const bought = { on, at, storeId: 'east', leftFen: billFen }
      model.bought.push(bought)
      ids.set(bought, purchaseId)
    }
    const { tier, untilOn } = model.standing(on)
    expect(await mine(who)).toMatchObject({ tier: { tierId: tier }, keepUntilOn: untilOn })
    if (step % 3 === 2) await shop.advanceClock((20 + draw(60)) * 86_400_000)
  }
  const paidFen = model.bought.reduce((sum, { leftFen }) => sum + leftFen, 0)
  const [account] = await shop.find('points_accounts', { _id: memberId })
  expect(JSON.stringify(account?.tier)).toContain('"months"')
  expect(paidFen).toBeGreaterThan(0)
  expect((await shop.books()).balanced).toBe(true)
})
