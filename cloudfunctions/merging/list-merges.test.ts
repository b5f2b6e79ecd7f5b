import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the list of merges', () => {
  it('says who went where, by whom and why, and until when it can be undone', async () => {
    const input = {
      fromNumber: await shop.numberOf((await shop.newMember(30)).who),
      toNumber: await shop.numberOf((await shop.newMember()).who),
      reason: '两个微信',
    }
    const merge = await shop.value('merging.merge', { as: manager, input })
    const { merges, nextCursor } = await shop.value('merging.merges', { as: manager })
    expect(merges).toEqual([merge])
    expect(merge).toMatchObject({ points: 30, reason: '两个微信', mergedByName: '店长' })
    expect(merge.undoUntilAt - merge.mergedAt).toBe(7 * 86_400_000)
    expect(nextCursor).toBeNull()
  })

  it('refuses a cursor that is no instant', async () => {
    const { answer } = await shop.call('merging.merges', { as: manager, input: { cursor: 'top' } })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
  })
})
