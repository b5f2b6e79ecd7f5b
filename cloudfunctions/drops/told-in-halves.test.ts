import { dropsOf } from '../../dev/harness/drops-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)

describe('a drop whose title and terms say together what neither may', () => {
  const title = '转发到三个群'
  const terms = '凭截图领一张'

  it('is refused when it is planned', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const input = { ...drops().planFor([communityId]), title, terms }
    const { answer } = await shop.call('drops.schedule', { as: owner, input })
    expect(answer).toMatchObject({ code: 'SHARE_RULE', detail: { field: 'terms' } })
  })

  it('is refused when either half comes by a change', async () => {
    for (const half of [{ title }, { terms }]) {
      const drop = await drops().newDrop(half)
      const ids = drop.communities.map(({ communityId }) => communityId)
      const input = { ...drops().planFor(ids), title, terms, dropId: drop.dropId }
      const before = await shop.dump()
      const { answer } = await shop.call('drops.change', { as: drop.owner, input })
      expect(answer).toMatchObject({ code: 'SHARE_RULE', detail: { field: 'terms' } })
      expect(await shop.dump()).toBe(before)
    }
  })

  it('is seen by nobody, should it be there already', async () => {
    const drop = await drops().newOpenDrop({ title })
    const change = (set: object) =>
      shop.local.engine.update('drops', {
        ...{ filter: { _id: drop.dropId }, multi: false },
        update: JSON.parse(JSON.stringify({ $set: set })),
      })
    const seen = async () => {
      const { who } = await shop.newMember()
      const { answer } = await shop.call('drops.show', { as: who, input: { dropId: drop.dropId } })
      return answer.ok ? 'ok' : answer.code
    }
    expect(await seen()).toBe('ok')
    await change({ terms })
    expect(await seen()).toBe('DROP_NOT_FOUND')
    await change({ title: '周五咖啡券', terms: '', 'template.title': '发朋友圈免费领蛋糕' })
    expect(await seen()).toBe('DROP_NOT_FOUND')
  })
})
