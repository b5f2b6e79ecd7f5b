import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { issueTo, publish, walletOf } = couponsOf(() => shop)
const batches = async () => (await shop.value('coupons.batches', { as: manager })).batches

describe('the list of batches', () => {
  it('is empty before the first', async () => {
    expect(await batches()).toEqual([])
  })

  it('counts what was used', async () => {
    const [one, two] = [await shop.newMember(), await shop.newMember()]
    const batchId = await issueTo(await publish(fiveOff), [one.memberId, two.memberId])
    const [coupon] = await walletOf(one.who)
    const memberCode = await shop.codeOf(one.who)
    const input = { memberCode, billFen: 4_000, couponId: coupon?.couponId }
    await shop.value('purchases.settle', { as: clerk, input })
    expect(await batches()).toMatchObject([
      { batchId, reason: '店庆回馈', issuedCount: 2, usedCount: 1, voidedCount: 0 },
    ])
  })

  it('runs in pages, each batch once, for managers alone', async () => {
    const { memberId } = await shop.newMember()
    const templateId = await publish(fiveOff)
    const made: string[] = []
    for (let count = 0; count < 22; count += 1) made.push(await issueTo(templateId, [memberId]))
    const first = await shop.value('coupons.batches', { as: manager })
    expect(first.batches.length).toBeLessThan(22)
    const cursor = first.nextCursor ?? ''
    const second = await shop.value('coupons.batches', { as: manager, input: { cursor } })
    const ids = [...first.batches, ...second.batches].map((batch) => batch.batchId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(made))
    expect(second.batches.at(-1)).toMatchObject({ issuedCount: 2 })
    const { answer } = await shop.call('coupons.batches', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
