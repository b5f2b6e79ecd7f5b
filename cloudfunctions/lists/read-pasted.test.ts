import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

describe('reading a pasted text', () => {
  it('writes nothing, in two calls, and asks what is not clear', async () => {
    const items = [{ name: '苹果' }, { name: '梨' }]
    const { owner, listId } = await listsOf(shop).newList({ items })
    const text = '#接龙\n\n1. 王姐 苹果2\n2. 李姐 香蕉1'
    const input = { listId, text }
    const called = await shop.call('lists.readText', { as: owner.who, input })
    expect(called.answer).toMatchObject({
      ok: true,
      value: {
        entries: [{ number: 1, name: '王姐', seen: 'new' }],
        doubts: [{ number: 2, text: '李姐 香蕉1', reason: '看不懂「香蕉」' }],
        ignored: ['#接龙'],
      },
    })
    expect(called.docsWritten).toBe(0)
  })

  it('refuses a text of 50 KB, and whoever does not look after the list', async () => {
    const { owner, listId } = await listsOf(shop).newList()
    const long = { listId, text: '1'.repeat(50_000) }
    const refused = await shop.call('lists.readText', { as: owner.who, input: long })
    expect(refused.answer.ok).toBe(false)
    const { who } = await shop.newMember()
    const foreign = await shop.call('lists.readText', {
      as: who,
      input: { listId, text: '1. 王姐' },
    })
    expect(foreign.answer.ok).toBe(false)
  })
})
