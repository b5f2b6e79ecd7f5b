import { couponsOf } from '../../dev/harness/coupons-under-test'
import {
  clerk,
  openShop,
  type ShopUnderTest,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, offer, walletOf } = couponsOf(() => shop)
const cake = { title: '生日小蛋糕', kind: 'gift' as const, thing: '小蛋糕', validDays: 7 }
const bag = {
  title: '换购',
  kind: 'exchange' as const,
  thing: '帆布袋',
  priceFen: 990,
  validDays: 7,
}
const find = async (couponCode: string, as = clerk) =>
  (await shop.call('coupons.findByCode', { as, input: { couponCode } })).answer

describe('a coupon that is looked at by its digits', () => {
  it('says what it is, of whom, until when, and that it may be handed over', async () => {
    const { who, couponCode } = await given(cake)
    const profile = { nickname: '林晓棠', avatar: 'preset:peach' }
    await shop.value('members.updateProfile', { as: who, input: profile })
    expect(await walletOf(who)).toMatchObject([{ couponCode }])
    const before = await shop.dump()
    expect(await find(couponCode)).toMatchObject({
      ok: true,
      value: {
        ...{ kind: 'gift', thing: '小蛋糕', sentence: '免费领取小蛋糕', state: 'issued' },
        ...{ maskedName: '林**', expiresOn: '2026-03-16', used: null, refusal: null },
      },
    })
    expect(await shop.dump()).toBe(before)
  })

  it('says why it may not: another store, other days, a bill, a hold', async () => {
    const elsewhere = await given({ ...cake, limits: { storeIds: [WEST] } })
    expect(await find(elsewhere.couponCode)).toMatchObject({
      value: { limitWords: ['限西店'], refusal: { message: '这张优惠券不能在本店使用' } },
    })
    const dates = { validDays: undefined, validFromOn: '2026-03-12', validUntilOn: '2026-03-20' }
    const early = await given({ ...cake, ...dates })
    expect(await find(early.couponCode)).toMatchObject({
      value: { refusal: { code: 'COUPON_NOT_YET' } },
    })
    expect(await find((await given(bag)).couponCode)).toMatchObject({
      value: { thing: '帆布袋', refusal: { code: 'COUPON_AT_TILL' } },
    })
    const held = await given({ ...cake, transferable: true })
    await offer(held.who, held.couponId)
    expect(await find(held.couponCode)).toMatchObject({
      value: { state: 'held', refusal: { code: 'COUPON_HELD' } },
    })
  })

  it('is for staff, and not for herself', async () => {
    const { couponCode } = await given(cake, clerk)
    expect(await find(couponCode)).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await find(couponCode, 'nobody')).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('counts wrong digits like wrong codes', async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      const wrong = String(900_000_000_000 + guess)
      expect(await find(wrong, westClerk)).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    }
    const { couponCode } = await given(cake)
    expect(await find(couponCode, westClerk)).toMatchObject({ code: 'CODE_ATTEMPTS' })
    const input = { couponCode }
    const { answer } = await shop.call('coupons.verify', { as: westClerk, input })
    expect(answer).toMatchObject({ code: 'CODE_ATTEMPTS' })
  })
})
