import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('a code', () => {
  it('of 代取 works once, within a day, and she is told', async () => {
    const { who, memberId, ids } = await fetchingOf(shop).twoLists()
    const old = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-1' })
    const { proxyCode } = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-2' })
    const lines = [berries(ids[0], 3)]
    expect(await fetchingOf(shop).handOver({ proxyCode: old.proxyCode }, lines)).toMatchObject({
      code: 'PICKUP_NOT_FOUND',
    })
    const waiting = await shop.value('lists.waiting', { as: clerk, input: { proxyCode } })
    expect(waiting).toMatchObject({ isProxy: true, lines: [{}, {}] })
    expect(await fetchingOf(shop).handOver({ proxyCode }, lines)).toMatchObject({ ok: true })
    expect(await fetchingOf(shop).messagesFor(memberId, 'listFetched')).toMatchObject([
      { facts: { isProxy: true, things: '草莓 一盒×3', staffName: '小东' } },
    ])
    const used = await fetchingOf(shop).handOver({ proxyCode }, [berries(ids[1], 2)])
    expect(used).toMatchObject({ code: 'PROXY_USED', detail: { staffName: '小东' } })
    const late = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-3' })
    await shop.advanceClock(24 * 3_600_000)
    const expired = await fetchingOf(shop).handOver({ proxyCode: late.proxyCode }, [
      berries(ids[1], 2),
    ])
    expect(expired).toMatchObject({ code: 'PROXY_EXPIRED' })
  })
})
