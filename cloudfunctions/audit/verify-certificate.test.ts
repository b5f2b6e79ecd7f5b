import { auditorOf } from '../../dev/harness/auditor'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const verify = (on: string) => shop.value('audit.verify', { as: manager, input: { on } })

describe('looking at a certificate again', () => {
  it('finds nothing, or the day whose entries, certificate or link was changed', async () => {
    const { night, change } = auditorOf(shop)
    const { memberId } = await shop.newMember(100)
    await night('2026-03-10')
    await night('2026-03-12')
    const before = await shop.dump()
    const fine = { checkedCount: 3, sentences: [], entryCount: 1 }
    expect(await verify('2026-03-10')).toMatchObject(fine)
    expect(await shop.dump()).toBe(before)
    const [entry] = await shop.find('points_entries', { memberId })
    await change('points_entries', String(entry?._id), { at: shop.nowMs() })
    expect((await verify('2026-03-10')).sentences).toEqual([
      '2026-03-10 的流水与当日证书不符（出证时 1 笔，现有 1 笔）',
    ])
    await change('points_entries', String(entry?._id), { at: Number(entry?.at) })
    await change('certificates', '2026-03-11', { memberCount: 7 })
    expect((await verify('2026-03-12')).sentences).toEqual(['2026-03-11 的证书被改动过'])
    await change('certificates', '2026-03-11', { memberCount: 1 })
    await shop.local.engine.remove('certificates', {
      filter: { _id: '2026-03-11' },
      multi: false,
    })
    expect((await verify('2026-03-12')).sentences).toEqual(['2026-03-12 的证书接不上前一天'])
    const none = { as: manager, input: { on: '2020-01-01' } }
    expect((await shop.call('audit.verify', none)).answer).toMatchObject({
      code: 'CERTIFICATE_NOT_FOUND',
    })
  })
})
