import { listsOf } from '../../dev/harness/lists-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const lists = () => listsOf(shop)

describe('what the clock does with lists', () => {
  it('is nothing while nothing is due', async () => {
    await lists().newList()
    const before = await shop.dump()
    await shop.fireTimer('lists')
    expect(await shop.dump()).toBe(before)
  })

  it('settles many at once, also when two jobs come at the same time', async () => {
    const owner = await lists().newOwner()
    const made = []
    for (let place = 0; place < 5; place += 1) made.push(await lists().newList({}, owner))
    for (const { listId } of made) await lists().joined(listId)
    await shop.advanceClock(DAY_MS + 60_000)
    await Promise.all([shop.fireTimer('lists'), shop.fireTimer('lists')])
    await shop.fireTimer('lists')
    for (const { listId } of made) {
      expect(await lists().stored(listId)).toMatchObject({ state: 'ordered', dueAt: 0 })
    }
    const told = await shop.find('messages', { kind: 'listSettled' })
    expect(told.filter(({ facts }) => Object(facts).outcome === 'ordered')).toHaveLength(5)
  })

  it('closes a list after the last day of its pick-up, whatever is left', async () => {
    const { listId } = await lists().newList()
    await lists().joined(listId)
    await lists().passCutOff(listId)
    const dueAt = shop.nowMs() + DAY_MS
    const update = { $set: { state: 'arrived', dueAt } }
    const one = { filter: { _id: listId }, update, multi: false }
    await shop.local.engine.update('lists', one)
    await shop.fireTimer('lists')
    expect(await lists().stored(listId)).toMatchObject({ state: 'arrived' })
    await shop.advanceClock(DAY_MS)
    await shop.fireTimer('lists')
    expect(await lists().stored(listId)).toMatchObject({ state: 'closed', dueAt: 0 })
  })
})
