import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const stampCard = {
  ruleId: 'stamp-card' as const,
  version: 1,
  title: '咖啡集章卡',
  stampsPerCard: 3,
  leastPaidFen: 1_500,
  templateId: 'welcome-5',
}

describe('her stamp card', () => {
  let shop: ShopUnderTest
  beforeAll(async () => {
    shop = await openShop({ shop: { stampCard } })
  })
  afterAll(() => shop.stop())

  it('shows her stamps by their days, and what is missing to which coupon', async () => {
    const { who } = await shop.newMember(20)
    const { card } = await shop.value('stamps.card', { as: who })
    expect(card).toEqual({
      title: '咖啡集章卡',
      stampsPerCard: 3,
      leastPaidFen: 1_500,
      rewardTitle: '新人满30减5元券',
      stampedOns: ['2026-03-10'],
      missingCount: 2,
    })
  })

  it('shows one place free while more stamps than a card wait for the next purchase', async () => {
    const { who, memberId } = await shop.newMember(20)
    const stamps = ['a', 'b', 'c', 'd'].map((purchaseId) => ({ purchaseId, on: '2026-03-09' }))
    const filter = { _id: memberId }
    const update = { $set: { stamps } }
    await shop.local.engine.update('points_accounts', { filter, update, multi: false })
    const { card } = await shop.value('stamps.card', { as: who })
    expect(card).toMatchObject({ missingCount: 1, stampedOns: ['2026-03-09', '2026-03-09'] })
  })

  it('is a member’s: a visitor is asked to join', async () => {
    const { answer } = await shop.call('stamps.card', { as: shop.fresh('visitor') })
    expect(answer).toMatchObject({ ok: false, code: 'MEMBER_REQUIRED' })
  })

  it('costs two calls', async () => {
    const { who } = await shop.newMember(20)
    const called = await shop.call('stamps.card', { as: who })
    expect(`${called.dbCalls} calls, ${called.docsWritten} written`).toBe('2 calls, 0 written')
  })
})
