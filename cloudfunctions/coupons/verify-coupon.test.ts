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
  westClerk,
} from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { publish } = templatesOf(() => shop)
const cake = { title: '生日小蛋糕', kind: 'gift' as const, thing: '小蛋糕', validDays: 7 }
const bag = {
  title: '换购',
  kind: 'exchange' as const,
  thing: '帆布袋',
  priceFen: 990,
  validDays: 7,
}

async function given(template: Parameters<typeof publish>[0], to?: string) {
  const { who, memberId } = to
    ? { who: to, memberId: (await shop.value('members.join', { as: to })).memberId }
    : await shop.newMember()
  const templateId = await publish(template)
  const input = { templateId, memberIds: [memberId], reason: '店庆回馈' }
  await shop.value('coupons.issue', { as: manager, requestId: shop.fresh('issue'), input })
  const [coupon] = (await shop.value('coupons.wallet', { as: who })).coupons
  if (!coupon) throw new Error('she was given a coupon')
  const [stored] = await shop.find('coupons', { _id: coupon.couponId })
  return { who, memberId, coupon, couponCode: String(stored?.couponCode) }
}
const find = async (couponCode: string, as = clerk) =>
  (await shop.call('coupons.findByCode', { as, input: { couponCode } })).answer
const verify = (couponCode: string, { as = clerk, requestId = shop.fresh('verify') } = {}) =>
  shop.call('coupons.verify', { as, requestId, input: { couponCode } })

describe('a gift coupon at the desk', () => {
  it('is found, handed over, and the second time says when, where and by whom', async () => {
    const { who, coupon, couponCode } = await given(cake)
    expect(coupon.couponCode).toBe(couponCode)
    expect(await find(couponCode)).toMatchObject({
      ok: true,
      value: {
        ...{ kind: 'gift', thing: '小蛋糕', sentence: '免费领取小蛋糕', state: 'issued' },
        ...{ expiresOn: '2026-03-16', used: null, refusal: null },
      },
    })
    const { answer } = await verify(couponCode, { requestId: 'hand-over' })
    const where = { storeName: '东店', staffName: '小东' }
    expect(answer).toMatchObject({ ok: true, value: { thing: '小蛋糕', couponCode, ...where } })
    expect((await verify(couponCode, { requestId: 'hand-over' })).answer).toEqual(answer)
    const usedAt = answer.ok ? answer.value.usedAt : 0
    expect((await verify(couponCode, { as: westClerk })).answer).toMatchObject({
      code: 'COUPON_USED',
      detail: { usedAt, ...where },
    })
    expect(await find(couponCode, westClerk)).toMatchObject({
      value: { state: 'used', used: { at: usedAt, ...where }, refusal: { code: 'COUPON_USED' } },
    })
    const [stored] = await shop.find('coupons', { couponCode })
    expect(stored?.usedBy).toEqual({ purchaseId: null, storeId: EAST, staffName: '小东' })
    expect((await shop.value('coupons.wallet', { as: who })).coupons).toMatchObject([
      { state: 'used', usedAt },
    ])
  })

  it('tells of whom it is with stars alone', async () => {
    const { who, couponCode } = await given(cake)
    const profile = { nickname: '林晓棠', avatar: 'preset:peach' }
    await shop.value('members.updateProfile', { as: who, input: profile })
    expect(await find(couponCode)).toMatchObject({ value: { maskedName: '林**' } })
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
    expect(await find(couponCode)).toMatchObject({
      value: { limitWords: ['限西店'], refusal: { message: '这张优惠券不能在本店使用' } },
    })
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'COUPON_STORE' })
    const dated = await given({
      ...{ ...cake, validDays: undefined, validFromOn: '2026-03-12', validUntilOn: '2026-03-20' },
    })
    expect((await verify(dated.couponCode)).answer).toMatchObject({ code: 'COUPON_NOT_YET' })
    expect((await verify(couponCode, { as: westClerk })).answer).toMatchObject({ ok: true })
  })

  it('is none where a bill takes it: that is told to go to the till', async () => {
    const { couponCode } = await given(bag)
    expect(await find(couponCode)).toMatchObject({
      value: { thing: '帆布袋', refusal: { code: 'COUPON_AT_TILL' } },
    })
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'COUPON_AT_TILL' })
  })

  it('is not handed over to staff by herself', async () => {
    const { couponCode } = await given(cake, clerk)
    expect(await find(couponCode)).toMatchObject({ code: 'SELF_SERVICE' })
    expect((await verify(couponCode)).answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await find(couponCode, 'nobody')).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('counts wrong digits like wrong codes', async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      const wrong = String(900_000_000_000 + guess)
      expect(await find(wrong, westClerk)).toMatchObject({ code: 'COUPON_NOT_FOUND' })
    }
    const { couponCode } = await given(cake)
    expect(await find(couponCode, westClerk)).toMatchObject({ code: 'CODE_ATTEMPTS' })
    expect((await verify(couponCode, { as: westClerk })).answer).toMatchObject({
      code: 'CODE_ATTEMPTS',
    })
  })
})
