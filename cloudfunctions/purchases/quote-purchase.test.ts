import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('a quote', () => {
  it('shows exactly what settling then does, and changes nothing', async () => {
    const { who } = await shop.newMember(40)
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const couponId = coupons[0]?.couponId
    await shop.advanceClock(60_000)
    const input = {
      memberCode: await shop.codeOf(who),
      billFen: 8_888,
      excludedFen: 1_000,
      couponId,
    }
    const before = await shop.dump()
    const quote = await shop.value('purchases.quote', { as: clerk, input })
    const again = await shop.value('purchases.quote', { as: clerk, input })
    expect(again).toEqual({ ...quote, serverNow: again.serverNow })
    expect(await shop.dump()).toBe(before)
    expect(quote.usableCoupons.map((coupon) => coupon.couponId)).toEqual([couponId])
    const settled = await shop.value('purchases.settle', { as: clerk, input })
    expect(settled).toMatchObject({
      billFen: quote.billFen,
      excludedFen: quote.excludedFen,
      couponOffFen: quote.couponOffFen,
      paidFen: quote.payableFen,
      earnedPoints: quote.earnPoints,
      debtRepaidPoints: quote.debtRepaidPoints,
      balancePoints: quote.balancePoints,
    })
  })

  it('counts no point that has expired, whether or not the job has run', async () => {
    const { who } = await shop.newMember(40)
    await shop.setClock('2027-04-01T02:00:00.000Z')
    const memberCode = await shop.codeOf(who)
    const input = { memberCode, billFen: 1_000 }
    const quote = await shop.value('purchases.quote', { as: clerk, input })
    expect(quote.balancePoints).toBe(10)
    const settled = await shop.value('purchases.settle', { as: clerk, input })
    expect(settled.balancePoints).toBe(10)
  })

  it('says of a used code what settling would, for its ticket too', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const input = { memberCode, billFen: 1_000 }
    await shop.value('purchases.settle', { as: clerk, input })
    for (const shown of [{ memberCode }, { ticket }]) {
      const quote = { as: clerk, input: { ...shown, billFen: 2_000 } }
      const { answer } = await shop.call('purchases.quote', quote)
      expect(answer).toMatchObject({ ok: false, code: 'CODE_USED' })
    }
  })

  it.each([
    ['no member at all', {}, 'INPUT_INVALID'],
    ['more excluded than billed', { excludedFen: 1_001 }, 'INPUT_INVALID'],
    ['a code that nobody has', { memberCode: '123456780000000000' }, 'CODE_INVALID'],
    ['a coupon that is not hers', { couponId: 'no-such-coupon' }, 'COUPON_NOT_FOUND'],
  ])('refuses %s', async (name, change, code) => {
    const { who } = await shop.newMember()
    const memberCode = name === 'no member at all' ? undefined : await shop.codeOf(who)
    const input = { memberCode, billFen: 1_000, ...change }
    const { answer } = await shop.call('purchases.quote', { as: clerk, input })
    expect(answer).toMatchObject({ ok: false, code })
  })
})
