import { listsOf } from '../../dev/harness/lists-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const HOUR_MS = 3_600_000
const lists = () => listsOf(shop)

describe('cards of lists', () => {
  const cards = async (as: string, which: 'running' | 'coming' | 'over' | 'mine') => {
    const { lists: found } = await shop.value('lists.running', { as, input: { which } })
    return found.map(({ listId }) => listId)
  }

  it('stand under running, coming, over and mine, and cost four calls at most', async () => {
    const soon = await lists().newList({ cutOffAt: shop.nowMs() + HOUR_MS })
    const later = await lists().newList({
      opensAt: shop.nowMs() + HOUR_MS,
      cutOffAt: shop.nowMs() + 2 * HOUR_MS,
    })
    const draft = await lists().newDraft()
    const { who } = await lists().joined(soon.listId, { quantity: 2 })
    const running = await cards(who, 'running')
    expect(running[0]).toBe(soon.listId)
    expect(running).not.toContain(draft.listId)
    expect(await cards(who, 'coming')).toEqual([later.listId])
    expect(await cards(who, 'mine')).toEqual([soon.listId])
    const asked = await shop.call('lists.running', { as: who })
    expect(asked).toMatchObject({ dbCalls: 4, docsWritten: 0 })
    const [card] = asked.answer.ok ? asked.answer.value.lists : []
    expect(card).toMatchObject({
      ...{ title: '周三水果', state: 'running', fromFen: 450, entryCount: 1, myEntryNo: 1 },
      ...{ threshold: null, picture: null },
    })
    expect(card?.lastNames).toHaveLength(1)
    await shop.advanceClock(HOUR_MS)
    // By the clock, whether or not the job has been there.
    expect(await cards(who, 'running')).toContain(later.listId)
    expect((await cards(who, 'over'))[0]).toBe(soon.listId)
  })

  it('say her number where she is in, whatever else of hers has lapsed', async () => {
    const [here, there] = [await lists().newList(), await lists().newList()]
    const hers = await lists().joined(here.listId)
    const [entry] = await shop.find('list_entries', { listId: here.listId })
    const lapsed = Array.from({ length: 25 }, (_unused, place) => {
      const _id = `lapsed-${place}`
      const own = { _id, requestKey: _id, pickupCode: _id, listId: there.listId }
      const joinedAt = Number(entry?.joinedAt) + place + 1
      return { ...entry, ...own, state: 'lapsed', entryNo: place + 1, joinedAt }
    })
    await shop.local.engine.insert('list_entries', JSON.parse(JSON.stringify(lapsed)))
    const { lists: found } = await shop.value('lists.running', { as: hers.who, input: {} })
    const numbers = new Map(found.map(({ listId, myEntryNo }) => [listId, myEntryNo]))
    expect([numbers.get(here.listId), numbers.get(there.listId)]).toEqual([1, null])
    expect(await cards(hers.who, 'mine')).toEqual([here.listId])
  })

  it('come page by page, each once', async () => {
    const cutOffAt = shop.nowMs() + 100 * HOUR_MS
    for (let place = 0; place < 25; place += 1) await lists().newList({ cutOffAt }, manager)
    const seen: string[] = []
    for (let cursor: string | undefined; seen.length === 0 || cursor !== undefined; ) {
      const input = cursor === undefined ? {} : { cursor }
      const page = await shop.value('lists.running', { as: 'visitor', input })
      seen.push(...page.lists.map(({ listId }) => listId))
      cursor = page.nextCursor ?? undefined
    }
    expect(new Set(seen).size).toBe(seen.length)
    const all = await shop.find('lists', { state: 'running' })
    const open = all.filter(({ cutOffAt: at }) => Number(at) > shop.nowMs())
    expect(seen).toHaveLength(open.length)
  })
})
