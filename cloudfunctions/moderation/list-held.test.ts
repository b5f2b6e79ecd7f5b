import { heldOf } from '../../dev/harness/held-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const newHeld = heldOf(() => shop)
const held = (cursor?: string) =>
  shop.value('moderation.held', { as: manager, input: cursor === undefined ? {} : { cursor } })

describe('the queue of held texts', () => {
  it('shows what waits, the longest first, page by page, and nothing that is decided', async () => {
    const startAt = shop.nowMs()
    const ids: string[] = []
    for (let place = 0; place < 25; place += 1) ids.push(await newHeld({ at: startAt + place }))
    await newHeld({ state: 'approved' })
    await newHeld({ state: 'rejected' })
    const first = await held()
    expect(first.texts).toHaveLength(20)
    expect(first.texts[0]).toMatchObject({
      heldId: ids[0],
      text: '周六上午在东店门口集合',
      authorName: '林晓棠',
    })
    expect(first.texts[0]).not.toHaveProperty('authorId')
    const second = await held(first.nextCursor ?? '')
    expect(second.nextCursor).toBeNull()
    expect([...first.texts, ...second.texts].map(({ heldId }) => heldId)).toEqual(ids)
  })

  it('is for managers, and costs two calls', async () => {
    const asClerk = await shop.call('moderation.held', { as: clerk })
    expect(asClerk.answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    const called = await shop.call('moderation.held', { as: manager })
    expect([called.dbCalls, called.docsWritten]).toEqual([2, 0])
  })
})
