import { storedTemplate } from '../../dev/harness/coupon-bills'
import {
  atOnce,
  clerk,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'
import { plainRight } from '../../shared/coupons/coupon'
import type { StampCardRule } from '../../shared/stamps/stamp-card'

const stampCard: StampCardRule = {
  ruleId: 'stamp-card',
  version: 1,
  title: '咖啡集章卡',
  stampsPerCard: 10,
  leastPaidFen: 1_500,
  templateId: 'free-coffee',
}
const freeCoffee = storedTemplate({
  ...plainRight,
  ...{ templateId: 'free-coffee', version: 1 },
  title: '集章满十杯，咖啡免一杯',
  kind: 'amountOff',
  faceFen: 1_800,
  validity: { validDays: 30 },
})

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { stampCard } })
  await shop.local.engine.insert('coupon_templates', [freeCoffee])
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)

/** Buys for so much, so many times; answers the purchases. */
async function buys(who: string, count: number, billFen = 2_000): Promise<string[]> {
  const purchaseIds: string[] = []
  for (let no = 0; no < count; no += 1) {
    const receiptNo = shop.fresh('receipt')
    const { answer } = await settle({ memberCode: await nextCode(who), billFen, receiptNo })
    if (!answer.ok) throw new Error(answer.code)
    purchaseIds.push(answer.value.purchaseId)
  }
  return purchaseIds
}

const cardOf = async (who: string) => (await shop.value('stamps.card', { as: who })).card
const couponsOf = (memberId: string) => shop.find('coupons', { memberId })
const undo = (purchaseId: string, part = {}) =>
  shop.call('purchases.refund', { as: clerk, input: { purchaseId, ...part } })

describe('a purchase at the till', () => {
  it('is stamped from the set sum on, and the tenth gives the coupon', async () => {
    const { who, memberId } = await newShopper()
    await buys(who, 1, 1_499)
    expect(await cardOf(who)).toMatchObject({ stampedOns: [], missingCount: 10 })
    await buys(who, 9)
    expect(await cardOf(who)).toMatchObject({ missingCount: 1, rewardTitle: freeCoffee.title })
    expect(await couponsOf(memberId)).toEqual([])
    const [tenth] = await buys(who, 1)
    expect(await cardOf(who)).toMatchObject({ stampedOns: [], missingCount: 10 })
    const source = { kind: 'grant', id: `stamp-card:${memberId}:${tenth}` }
    expect(await couponsOf(memberId)).toMatchObject([{ templateId: 'free-coffee', source }])
    await buys(who, 10)
    expect(await couponsOf(memberId)).toHaveLength(2)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('brings one stamp and one coupon to a request sent ten times at once', async () => {
    const { who, memberId } = await newShopper()
    await buys(who, 9)
    const memberCode = await nextCode(who)
    const requestId = shop.fresh('request')
    const calls = await atOnce(10, () => settle({ memberCode, billFen: 2_500 }, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(await couponsOf(memberId)).toHaveLength(1)
    expect(await cardOf(who)).toMatchObject({ stampedOns: [] })
  })

  it('is counted by the money paid: a coupon that pays it takes the stamp with it', async () => {
    const { who, memberId } = await newShopper()
    await buys(who, 10)
    const [coupon] = await couponsOf(memberId)
    const memberCode = await nextCode(who)
    const couponId = String(coupon?._id)
    const used = await settle({ memberCode, billFen: 2_100, couponId })
    expect(used.answer).toMatchObject({ ok: true, value: { paidFen: 300 } })
    expect(await cardOf(who)).toMatchObject({ stampedOns: [] })
  })

  it('says before and after what it does to the card', async () => {
    const { who } = await newShopper()
    await buys(who, 8)
    const toldOf = async (billFen: number) => {
      const input = { memberCode: await nextCode(who), billFen }
      const quote = await shop.value('purchases.quote', { as: clerk, input })
      const requestId = shop.fresh('request')
      const receiptNo = shop.fresh('receipt')
      const first = await settle({ ...input, receiptNo }, { requestId })
      if (!first.answer.ok) throw new Error(first.answer.code)
      expect(first.answer.value.bookedWith).toEqual(quote.bookedWith)
      expect((await settle({ ...input, receiptNo }, { requestId })).answer).toEqual(first.answer)
      return quote.bookedWith
    }
    const label = '咖啡集章卡'
    expect(await toldOf(1_499)).toEqual([])
    expect(await toldOf(1_500)).toEqual([{ label, value: '盖 1 章，还差 1 章' }])
    expect(await toldOf(1_500)).toEqual([{ label, value: '盖满一张，送“集章满十杯，咖啡免一杯”' }])
  })

  it('is stamped at the till alone: a forgotten receipt shows no card', async () => {
    const { who, memberId } = await newShopper()
    const receipt = { receiptOn: '2026-03-10', receiptNo: shop.fresh('receipt'), billFen: 2_000 }
    const input = { memberCode: await nextCode(who), ...receipt }
    const { bookedWith } = await shop.value('purchases.bookForgotten', { as: clerk, input })
    expect(bookedWith).toEqual([])
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
    expect(await cardOf(who)).toMatchObject({ stampedOns: [] })
  })

  it('leaves no stamp when it is refused', async () => {
    const { who } = await newShopper()
    const memberCode = await nextCode(who)
    const couponId = 'somebody-elses'
    const before = await shop.dump()
    expect((await settle({ memberCode, couponId })).answer).toMatchObject({ ok: false })
    expect(await shop.dump()).toBe(before)
  })

  it('costs no call more for a stamp, and two documents more for a full card', async () => {
    const { who } = await newShopper()
    await buys(who, 8)
    const numbered = async () => {
      const receiptNo = shop.fresh('receipt')
      return { memberCode: await nextCode(who), billFen: 2_000, receiptNo }
    }
    const ninth = await settle(await numbered())
    expect(`${ninth.dbCalls} calls, ${ninth.docsWritten} written`).toBe('10 calls, 3 written')
    const tenth = await settle(await numbered())
    expect(`${tenth.dbCalls} calls, ${tenth.docsWritten} written`).toBe('12 calls, 5 written')
  })
})

describe('a refund', () => {
  it('that leaves too little for a stamp takes it back', async () => {
    const { who } = await newShopper()
    const [purchaseId = ''] = await buys(who, 1, 2_000)
    await undo(purchaseId, { lines: [{ lineNo: 1, amountFen: 500 }] })
    expect((await cardOf(who))?.stampedOns).toHaveLength(1)
    await undo(purchaseId, { lines: [{ lineNo: 1, amountFen: 1 }] })
    expect((await cardOf(who))?.stampedOns).toEqual([])
  })

  it('of the whole purchase takes its stamp back, of a part it does not', async () => {
    const { who } = await newShopper()
    const [first = '', second = ''] = await buys(who, 2)
    await undo(first, { lines: [{ lineNo: 1, amountFen: 100 }] })
    expect((await cardOf(who))?.stampedOns).toHaveLength(2)
    await undo(second)
    expect((await cardOf(who))?.stampedOns).toHaveLength(1)
  })

  it('tells before and ever after that it takes the stamp', async () => {
    const { who } = await newShopper()
    const [purchaseId = ''] = await buys(who, 1)
    const lines = [{ lineNo: 1, amountFen: 100 }]
    const preview = (part: object) =>
      shop.value('purchases.previewRefund', { as: clerk, input: { purchaseId, ...part } })
    const ofCard = (all: readonly { label: string }[]) =>
      all.filter(({ label }) => label === '咖啡集章卡')
    expect(ofCard((await preview({ lines })).shown.undoneWith)).toEqual([])
    const { shown, previewHash } = await preview({})
    expect(ofCard(shown.undoneWith)).toEqual([{ label: '咖啡集章卡', value: '收回 1 章' }])
    const { answer } = await undo(purchaseId, { previewHash })
    expect(answer).toMatchObject({ ok: true, value: { shown } })
    const told = await shop.value('purchases.showMine', { as: who, input: { purchaseId } })
    expect(told.refunds[0]?.sentences).toContain('咖啡集章卡：收回 1 章')
  })

  it('leaves a card full that was filled with it, and its coupon with her', async () => {
    const { who, memberId } = await newShopper()
    const purchaseIds = await buys(who, 11)
    await undo(purchaseIds[9] ?? '')
    expect(await couponsOf(memberId)).toMatchObject([{ state: 'issued' }])
    expect((await cardOf(who))?.stampedOns).toHaveLength(1)
  })
})

describe('a shop without a stamp card', () => {
  it('keeps no stamps, and shows none', async () => {
    const other = await openShop()
    try {
      const { who, memberId } = await other.newMember(100)
      expect((await other.value('stamps.card', { as: who })).card).toBeNull()
      const [account] = await other.find('points_accounts', { _id: memberId })
      expect(account?.stamps).toEqual([])
    } finally {
      await other.stop()
    }
  })
})
