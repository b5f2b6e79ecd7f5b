import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const walletOf = async (who: string) => (await shop.value('coupons.wallet', { as: who })).coupons

async function withPack() {
  const { who } = await shop.newMember()
  const { coupons } = await shop.value('gifts.claimPack', { as: who })
  return { who, couponId: coupons[0]?.couponId ?? '' }
}

describe('the wallet', () => {
  it('holds the coupon of the pack, valid for thirty days with the day of issue', async () => {
    const { who } = await withPack()
    expect(await walletOf(who)).toMatchObject([
      { state: 'issued', faceFen: 500, validFromOn: '2026-03-10', expiresOn: '2026-04-08' },
    ])
  })

  it('shows it used after the till, and usable again after the refund', async () => {
    const { who, couponId } = await withPack()
    const memberCode = await shop.codeOf(who)
    const input = { memberCode, billFen: 3_000, couponId }
    const { purchaseId, paidFen } = await shop.value('purchases.settle', {
      as: clerk,
      requestId: 'buy',
      input,
    })
    expect(paidFen).toBe(2_500)
    expect(await walletOf(who)).toMatchObject([{ couponId, state: 'used' }])
    await shop.value('purchases.refund', { as: clerk, requestId: 'back', input: { purchaseId } })
    expect(await walletOf(who)).toMatchObject([{ couponId, state: 'issued', usedAt: null }])
  })

  it('shows a coupon past its last day as expired, though nothing has touched it', async () => {
    const { who } = await withPack()
    await shop.setClock('2026-04-08T15:59:59.000Z')
    expect(await walletOf(who)).toMatchObject([{ state: 'issued' }])
    await shop.setClock('2026-04-08T16:00:00.000Z')
    expect(await walletOf(who)).toMatchObject([{ state: 'expired' }])
  })

  it('is empty for a member without coupons, and closed to visitors', async () => {
    await withPack()
    const { who } = await shop.newMember()
    expect(await walletOf(who)).toEqual([])
    const { answer } = await shop.call('coupons.wallet', { as: 'stranger' })
    expect(answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })
})
