import { couponsOf } from '../../dev/harness/coupons-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, take, walletOf } = couponsOf(() => shop)
const cake = { title: '生日小蛋糕', kind: 'gift' as const, thing: '小蛋糕', validDays: 7 }
const bag = {
  title: '换购',
  kind: 'exchange' as const,
  thing: '帆布袋',
  priceFen: 990,
  validDays: 7,
}
const verify = (couponCode: string, { as = clerk, requestId = shop.fresh('verify') } = {}) =>
  shop.call('coupons.verify', { as, requestId, input: { couponCode } })

describe('a gift coupon at the desk', () => {
  it('is handed over, and the second time says when, where and by whom', async () => {
    const { who, couponCode } = await given(cake)
    const { answer } = await verify(couponCode, { requestId: 'hand-over' })
    const where = { storeName: '东店', staffName: '小东' }
    expect(answer).toMatchObject({ ok: true, value: { thing: '小蛋糕', couponCode, ...where } })
    expect((await verify(couponCode, { requestId: 'hand-over' })).answer).toEqual(answer)
    const usedAt = answer.ok ? answer.value.usedAt : 0
    expect((await verify(couponCode, { as: westClerk })).answer).toMatchObject({
      code: 'COUPON_USED',
      detail: { usedAt, ...where },
    })
    const input = { couponCode }
    expect(await shop.value('coupons.findByCode', { as: westClerk, input })).toMatchObject({
      ...{ state: 'used', used: { at: usedAt, ...where }, refusal: { code: 'COUPON_USED' } },
    })
    const [stored] = await shop.find('coupons', { couponCode })
    expect(stored?.usedBy).toEqual({ purchaseId: null, storeId: EAST, staffName: '小东' })
    expect(await walletOf(who)).toMatchObject([{ state: 'used', usedAt }])
  })

  it('is handed over once, whoever asks how often at once', async () => {
    const { couponCode } = await given(cake)
    const calls = await atOnce(8, () => verify(couponCode))
    expect(tallyOf(calls)).toEqual({ ok: 1, COUPON_USED: 7 })
    const other = await given(cake)
    const same = await atOnce(8, () => verify(other.couponCode, { requestId: 'the-same' }))
    expect(differentAnswers(same)).toBe(1)
  })

  it('keeps to its days and its stores', async () => {
    const { couponCode } = await given({ ...cake, limits: { storeIds: [WEST] } })
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'COUPON_STORE' })
    expect((await verify(couponCode, { as: westClerk })).answer).toMatchObject({ ok: true })
    const dates = { validDays: undefined, validFromOn: '2026-03-12', validUntilOn: '2026-03-20' }
    const early = await given({ ...cake, ...dates })
    expect((await verify(early.couponCode)).answer).toMatchObject({ code: 'COUPON_NOT_YET' })
  })

  it('is none where a bill takes it, nor while it waits for a friend', async () => {
    const { couponCode } = await given(bag)
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'COUPON_AT_TILL' })
    const held = await given({ ...cake, transferable: true })
    await offer(held.who, held.couponId)
    expect((await verify(held.couponCode)).answer).toMatchObject({ code: 'COUPON_HELD' })
  })

  it('is not handed over to staff by herself, also when a friend gave it to her', async () => {
    const own = await given(cake, clerk)
    expect((await verify(own.couponCode)).answer).toMatchObject({ code: 'SELF_SERVICE' })
    const friends = await given({ ...cake, transferable: true })
    const { answer } = await offer(friends.who, friends.couponId)
    await take(clerk, answer.ok ? answer.value.offerId : '')
    const hers = (await walletOf(clerk)).find(({ couponId }) => couponId === friends.couponId)
    const couponCode = hers?.couponCode ?? ''
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'SELF_SERVICE' })
    const { answer: done } = await verify(couponCode, { as: westClerk })
    expect(done).toMatchObject({ ok: true, value: { staffName: '小西' } })
  })
})
