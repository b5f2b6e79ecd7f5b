import { dropsOf } from '../../dev/harness/drops-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const drops = () => dropsOf(shop)

async function merge(fromWho: string, toWho: string): Promise<string> {
  const sides = { fromNumber: await shop.numberOf(fromWho), toNumber: await shop.numberOf(toWho) }
  const input = { ...sides, reason: '换了微信' }
  const asked = { as: manager, requestId: shop.fresh('merge'), input }
  return (await shop.value('merging.merge', asked)).mergeId
}
const undo = (mergeId: string) =>
  shop.value('merging.undo', { as: manager, requestId: shop.fresh('undo'), input: { mergeId } })
const couponsOf = (dropId: string) => shop.find('coupons', { 'source.id': dropId })

describe('a drop, and memberships that are merged', () => {
  it('gives the one nothing that the other has had, also two merges later', async () => {
    const { opensAt } = drops().planFor([])
    const drop = await drops().newOpenDrop({ opensAt, closesAt: opensAt + 20 * DAY_MS })
    const { dropId } = drop
    const [first, second, last] = [
      await shop.newMember(),
      await shop.newMember(),
      await shop.newMember(),
    ]
    await drops().claim(first.who, drop)
    await merge(first.who, second.who)
    expect((await drops().claim(second.who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
    const shown = await shop.value('drops.show', { as: second.who, input: { dropId } })
    const claimed = { couponId: expect.any(String), claimedAt: expect.any(Number) }
    expect(shown).toMatchObject({ claimed, blockedBy: { code: 'DROP_CLAIMED' } })
    // Who took in another rests for a week before she may be merged herself.
    await shop.advanceClock(8 * DAY_MS)
    await merge(second.who, last.who)
    expect((await drops().claim(last.who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
    expect(await couponsOf(dropId)).toHaveLength(1)
  })

  it('gives each her own once the merge is undone', async () => {
    const drop = await drops().newOpenDrop()
    const [from, to] = [await shop.newMember(), await shop.newMember()]
    await drops().claim(from.who, drop)
    const mergeId = await merge(from.who, to.who)
    expect((await drops().claim(to.who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
    await undo(mergeId)
    expect((await drops().claim(to.who, drop)).answer).toMatchObject({ ok: true })
    expect((await drops().claim(from.who, drop)).answer).toMatchObject({ code: 'DROP_CLAIMED' })
    const ids = (await couponsOf(drop.dropId)).map(({ memberId }) => memberId)
    expect(new Set(ids)).toEqual(new Set([from.memberId, to.memberId]))
  })

  it('gives her one who had none, for one call more than to others', async () => {
    const drop = await drops().newOpenDrop()
    const [from, to] = [await shop.newMember(), await shop.newMember()]
    await merge(from.who, to.who)
    await drops().claim((await shop.newMember()).who, drop)
    const called = await drops().claim(to.who, drop)
    expect(called.answer).toMatchObject({ ok: true })
    expect([called.dbCalls, called.docsWritten]).toEqual([3, 1])
  })
})
