import { auditorOf } from '../../dev/harness/auditor'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the manager’s certificates', () => {
  it('are dated, catch up days that were missed, and page by date', async () => {
    const { night } = auditorOf(shop)
    const { who } = await shop.newMember(100)
    await night('2026-03-10')
    const rewardId = await shop.newReward({ pricePoints: 30 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    // Two nights without a timer.
    await night('2026-03-13')
    const { certificates, running } = await shop.value('audit.certificates', { as: manager })
    expect(running).toBeNull()
    const rows = certificates.map(({ on, isBalanced, entryCount }) => [on, isBalanced, entryCount])
    expect(rows).toEqual([
      ['2026-03-13', true, 0],
      ['2026-03-12', true, 0],
      ['2026-03-11', true, 1],
      ['2026-03-10', true, 1],
    ])
    const input = { cursor: '2026-03-11' }
    const older = await shop.value('audit.certificates', { as: manager, input })
    expect(older.certificates.map(({ on }) => on)).toEqual(['2026-03-10'])
  })

  it('show one day, and none for a day that has none', async () => {
    const of = (on: string) => shop.call('audit.certificate', { as: manager, input: { on } })
    expect((await of('2026-03-11')).answer).toMatchObject({
      value: { opening: { balancePoints: 100 }, closing: { balancePoints: 70 }, isBalanced: true },
    })
    expect((await of('2020-01-01')).answer).toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' })
  })
})
