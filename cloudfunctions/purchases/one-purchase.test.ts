import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)

describe('what tells one purchase from another', () => {
  it('books a receipt once, however many clerks send it at once', async () => {
    const { memberCode, memberId } = await newShopper()
    const other = await newShopper()
    const receiptNo = shop.fresh('R')
    const calls = await atOnce(20, (position) =>
      settle({ memberCode: position % 2 ? memberCode : other.memberCode, receiptNo }),
    )
    const tally = tallyOf(calls)
    expect(tally).toEqual({ ok: 10, RECEIPT_USED: 10 })
    const hers = await shop.find('purchases', { memberId })
    const others = await shop.find('purchases', { memberId: other.memberId })
    expect(hers.length + others.length).toBe(1)
  })

  it('answers the first purchase to its receipt and meaning sent again', async () => {
    const { memberCode, who, memberId } = await newShopper()
    const receiptNo = shop.fresh('R')
    const first = await settle({ memberCode, receiptNo })
    expect((await settle({ memberCode, receiptNo })).answer).toEqual(first.answer)
    const again = await settle({ memberCode: await nextCode(who), receiptNo })
    expect(again.answer).toEqual(first.answer)
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
  })

  it('refuses a used receipt with another amount, and says when it was used', async () => {
    const { memberCode, who } = await newShopper()
    const receiptNo = shop.fresh('R')
    await settle({ memberCode, receiptNo })
    const code = await nextCode(who)
    const before = await shop.dump()
    const { answer } = await settle({ memberCode: code, receiptNo, billFen: 5_000 })
    const detail = { storeName: '东店', paidFen: 4_000 }
    expect(answer).toMatchObject({ ok: false, code: 'RECEIPT_USED', detail })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses the receipt of a refunded purchase instead of answering it as settled', async () => {
    const { memberCode, who } = await newShopper()
    const receiptNo = shop.fresh('R')
    const { answer } = await settle({ memberCode, receiptNo })
    const purchaseId = answer.ok ? answer.value.purchaseId : ''
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    const again = await settle({ memberCode: await nextCode(who), receiptNo })
    expect(again.answer).toMatchObject({ ok: false, code: 'RECEIPT_USED' })
  })

  it('takes the number at another store as another, and asks at another till or day', async () => {
    const { memberCode, who } = await newShopper()
    const receiptNo = shop.fresh('R')
    await settle({ memberCode, receiptNo, tillNo: '1' })
    const atTill = async (tillNo: string, answer = {}) =>
      (await settle({ memberCode: await nextCode(who), receiptNo, tillNo, ...answer })).answer
    const before = await shop.dump()
    const asked = { code: 'RECEIPT_REPEAT', detail: { field: 'receiptNo', billFen: 4_000 } }
    expect(await atTill('2')).toMatchObject(asked)
    expect(await shop.dump()).toBe(before)
    expect(await atTill('2', { repeatConfirmed: true })).toMatchObject({ ok: true })
    expect(await atTill('1', { repeatConfirmed: true, billFen: 3_999 })).toMatchObject({
      code: 'RECEIPT_USED',
    })
    const other = await newShopper()
    const theirs = { memberCode: other.memberCode, receiptNo, tillNo: '3', billFen: 5_000 }
    expect((await settle(theirs)).answer.ok).toBe(true)
    const code = await nextCode(who)
    const store = await settle({ memberCode: code, receiptNo, storeId: WEST }, { as: manager })
    expect(store.answer.ok).toBe(true)
    await shop.advanceClock(86_400_000)
    expect(await atTill('1')).toMatchObject(asked)
    expect(await atTill('1', { repeatConfirmed: true })).toMatchObject({ ok: true })
  })

  it('asks whether the same amount within ten minutes is a repeat', async () => {
    const { memberCode, who, memberId } = await newShopper()
    await settle({ memberCode })
    const code = await nextCode(who)
    const before = await shop.dump()
    const asked = await settle({ memberCode: code })
    expect(asked.answer).toMatchObject({ ok: false, code: 'PURCHASE_REPEAT' })
    expect(await shop.dump()).toBe(before)
    const confirmed = await settle({ memberCode: code, repeatConfirmed: true })
    expect(confirmed.answer.ok).toBe(true)
    expect(await shop.find('purchases', { memberId })).toHaveLength(2)
    await shop.advanceClock(10 * 60_000)
    const later = await settle({ memberCode: await nextCode(who) })
    expect(later.answer.ok).toBe(true)
  })
})
