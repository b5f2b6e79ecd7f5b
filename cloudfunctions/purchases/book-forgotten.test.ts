import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'
import type { Input } from '../../shared/contract/contract'
import { newShop } from '../../shared/rules/shop'

/** A shop with caps, on March 10: an old receipt is of March 8. */
const shopRules = {
  earnRule: { ...newShop.earnRule, dayCapPoints: 500, monthCapPoints: 900 },
  forgottenReceipt: { ...newShop.forgottenReceipt, monthCapCount: 4 },
}
let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: shopRules })
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)

type Wish = Partial<Input<'purchases', 'bookForgotten'>>
function book(wish: Wish, options: { as?: string; requestId?: string } = {}) {
  const receipt = { receiptOn: '2026-03-08', receiptNo: shop.fresh('R'), billFen: 4_550 }
  const input = { ...receipt, ...wish }
  return shop.callPatiently('purchases.bookForgotten', { as: clerk, ...options, input })
}

describe('a purchase whose code was forgotten', () => {
  it('is booked at its own date and rate, and both sides see it as such', async () => {
    const { memberCode, who, memberId } = await newShopper()
    const { answer } = await book({ memberCode, receiptNo: 'OLD-77', tillNo: '2' })
    const value = { paidFen: 4_550, earnedPoints: 45, balancePoints: 45, releasesOn: null }
    expect(answer).toMatchObject({ ok: true, value })
    const [stored] = await shop.find('purchases', { memberId })
    expect(stored).toMatchObject({
      receiptKey: `${EAST}/2026-03-08/OLD77/0`,
      businessOn: '2026-03-08',
      isForgotten: true,
      earnedExpiresOn: '2027-03-31',
    })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]?.sentence).toBe(
      '补记 3 月 8 日在东店的消费 ¥45.50，获得 45 积分（小票 OLD-77）',
    )
    const { purchases } = await shop.value('purchases.recent', { as: clerk })
    expect(purchases[0]).toMatchObject({ isForgotten: true, businessOn: '2026-03-08' })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('has one effect and equal answers however often it is sent, also at once', async () => {
    const { memberCode, memberId } = await newShopper()
    const requestId = shop.fresh('request')
    const receiptNo = shop.fresh('R')
    const calls = await atOnce(20, () => book({ memberCode, receiptNo }, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 20 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
    expect(await shop.find('points_entries', { memberId })).toHaveLength(1)
    const before = await shop.dump()
    const other = await book({ memberCode, receiptNo, billFen: 9_000 }, { requestId })
    expect(other.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it('counts a receipt once, whichever way and however many at once', async () => {
    const one = await newShopper()
    const two = await newShopper()
    const receipt = { receiptOn: '2026-03-10', receiptNo: shop.fresh('R'), billFen: 4_000 }
    const { receiptNo } = receipt
    const calls = await atOnce(16, (position) => {
      const { memberCode } = position % 2 ? one : two
      return position < 8 ? book({ ...receipt, memberCode }) : settle({ receiptNo, memberCode })
    })
    const [stored, ...others] = await shop.find('purchases', { receiptNo })
    expect(others).toEqual([])
    // A settle of the same meaning is answered the first one; all others are refused.
    const isForgotten = stored?.isForgotten === true
    expect(tallyOf(calls)).toEqual(
      isForgotten ? { ok: 1, RECEIPT_USED: 15 } : { ok: 4, RECEIPT_USED: 12 },
    )
    const before = await shop.dump()
    const memberCode = await nextCode(one.who)
    const again = await book({ ...receipt, memberCode })
    const detail = { storeName: '东店', paidFen: 4_000 }
    expect(again.answer).toMatchObject({ ok: false, code: 'RECEIPT_USED', detail })
    expect(await shop.dump()).toBe(before)
  })

  it('knows a used receipt also where one of the two leaves the till out', async () => {
    const { memberCode, who } = await newShopper()
    const receipt = { receiptOn: '2026-03-10', billFen: 4_000 }
    const [named, bare] = [shop.fresh('R'), shop.fresh('R')]
    await settle({ memberCode, receiptNo: named, tillNo: '1' })
    await settle({ memberCode: await nextCode(who), receiptNo: bare, repeatConfirmed: true })
    const tries = [
      { ...receipt, receiptNo: named },
      { ...receipt, receiptNo: bare, tillNo: '1' },
      { ...receipt, receiptNo: named, tillNo: '2' },
      { ...receipt, receiptNo: bare, tillNo: '1', billFen: 5_000 },
    ].flatMap((wish) => [wish, { ...wish, repeatConfirmed: true }])
    const answers: (true | string)[] = []
    for (const wish of tries) {
      const { answer } = await book({ ...wish, memberCode: await nextCode(who) })
      answers.push(answer.ok || answer.code)
    }
    const [used, asked] = ['RECEIPT_USED', 'RECEIPT_REPEAT']
    expect(answers).toEqual([used, used, used, used, asked, true, asked, true])
  })

  it('is not booked beside the same bill of hers that was settled without its number', async () => {
    const { memberCode, who } = await newShopper()
    await settle({ memberCode })
    const receipt = { receiptOn: '2026-03-10', billFen: 4_000 }
    const again = async (wish: Wish) => {
      const { answer } = await book({ ...wish, memberCode: await nextCode(who) })
      return answer.ok || answer.code
    }
    const before = await shop.find('purchases')
    expect(await again(receipt)).toBe('RECEIPT_REPEAT')
    expect(await again({ ...receipt, receiptOn: '2026-03-09' })).toBe('RECEIPT_REPEAT')
    expect(await shop.find('purchases')).toEqual(before)
    expect(await again({ ...receipt, billFen: 4_100 })).toBe(true)
    expect(await again({ ...receipt, repeatConfirmed: true })).toBe(true)
    const other = await newShopper()
    const theirs = await book({ ...receipt, memberCode: other.memberCode })
    expect(theirs.answer).toMatchObject({ ok: true })
  })

  it('counts against the caps of its own date and month', async () => {
    const { memberCode, who } = await newShopper()
    const earned = async (receiptOn: string, billFen: number) => {
      const { answer } = await book({ memberCode: await shop.codeOf(who), receiptOn, billFen })
      return answer.ok ? [answer.value.earnedPoints, answer.value.cap] : answer.code
    }
    await settle({ memberCode, billFen: 30_000 })
    expect(await earned('2026-03-08', 45_000)).toEqual([450, null])
    expect(await earned('2026-03-08', 10_000)).toEqual([50, 'day'])
    expect(await earned('2026-03-09', 20_000)).toEqual([100, 'month'])
    const today = await settle({ memberCode: await nextCode(who), billFen: 30_100 })
    expect(today.answer).toMatchObject({ ok: true, value: { earnedPoints: 0, cap: 'month' } })
  })

  it('is no use of the code for the purchase of today', async () => {
    const { memberCode } = await newShopper()
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    expect((await book({ ticket })).answer.ok).toBe(true)
    expect((await settle({ ticket })).answer.ok).toBe(true)
  })

  it('is taken back by a refund as any other', async () => {
    const { memberCode, who } = await newShopper()
    const { answer } = await book({ memberCode })
    const purchaseId = answer.ok ? answer.value.purchaseId : ''
    expect(await shop.balanceOf(who)).toBeGreaterThan(0)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    expect(await shop.balanceOf(who)).toBe(0)
  })
})

describe('what is refused of old receipts, leaving no trace', () => {
  it.each([
    ['one of eight days ago', { receiptOn: '2026-03-02' }, 'RECEIPT_TOO_OLD'],
    ['one of tomorrow', { receiptOn: '2026-03-11' }, 'INPUT_INVALID'],
    ['one above the cap', { billFen: 500_001 }, 'PURCHASE_OVER_CAP'],
    ['one of another store', { storeId: WEST }, 'STORE_FOREIGN'],
    ['more excluded than billed', { excludedFen: 4_551 }, 'INPUT_INVALID'],
  ])('%s', async (_name, wish, code) => {
    const { memberCode } = await newShopper()
    const before = await shop.dump()
    expect((await book({ memberCode, ...wish })).answer).toMatchObject({ ok: false, code })
    expect(await shop.dump()).toBe(before)
  })

  it("a clerk's own", async () => {
    const { answer } = await book({ memberCode: await shop.codeOf(clerk) })
    expect(answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
    const named = { as: manager }
    const other = await book({ memberCode: await shop.codeOf(clerk), storeId: EAST }, named)
    expect(other.answer.ok).toBe(true)
  })

  it('a fifth in a month, also when ten come at once, and none in the next month', async () => {
    const { memberCode, who, memberId } = await newShopper()
    const calls = await atOnce(10, () => book({ memberCode }))
    expect(tallyOf(calls)).toEqual({ ok: 4, RECEIPT_MONTH_CAP: 6 })
    expect(await shop.find('purchases', { memberId })).toHaveLength(4)
    await shop.setClock('2026-04-01T02:00:00.000Z')
    const april = await book({ memberCode: await shop.codeOf(who), receiptOn: '2026-03-31' })
    expect(april.answer.ok).toBe(true)
    expect((await shop.books()).balanced).toBe(true)
  })
})
