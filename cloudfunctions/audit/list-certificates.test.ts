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

  it('name those that were made unreadable, and the next day gets its own', async () => {
    const { night, change, latest } = auditorOf(shop)
    const { engine } = shop.local
    await change('certificates', '2026-03-10', { day: null, opening: [], closing: 'x' })
    await change('certificates', '2026-03-11', { figures: { flows: null }, findings: [null] })
    await change('certificates', '2026-03-12', { hash: {}, prevHash: 5, dayFindings: 'x' })
    await change('certificates', '2026-03-13', { closing: null, findingCount: 'x' })
    for (const _id of ['2026-03-13x', 'x'])
      await engine.insert('certificates', [{ _id, day: null }])
    const { certificates } = await shop.value('audit.certificates', { as: manager })
    expect(certificates.map(({ on, isBalanced }) => [on, isBalanced])).toEqual(
      ['2026-03-13', '2026-03-12', '2026-03-11', '2026-03-10'].map((on) => [on, false]),
    )
    const range = { fromOn: '2026-03-10', untilOn: '2026-03-13' }
    await shop.value('audit.liability', { as: manager, input: range })
    const input = { on: '2026-03-10' }
    const { sentences } = await shop.value('audit.verify', { as: manager, input })
    const named = ['10', '11', '12', '13'].map((day) =>
      expect.stringContaining(`2026-03-${day} 的证书被改动过`),
    )
    expect(sentences).toEqual(expect.arrayContaining(named))
    await night('2026-03-14')
    const { on, dayFindings } = await latest()
    expect(on).toBe('2026-03-14')
    expect(dayFindings).toEqual(
      expect.arrayContaining([...named, '有一张证书的日期不是日期：2026-03-13']),
    )
  })
})
