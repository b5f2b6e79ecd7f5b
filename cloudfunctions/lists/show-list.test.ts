import { listsOf } from '../../dev/harness/lists-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const HOUR_MS = 3_600_000
const lists = () => listsOf(shop)

const joined = async (listId: string, quantity = 1, itemId = 'i1') => {
  const { who } = await shop.newMember()
  const { answer } = await lists().join(who, listId, [{ itemId, quantity }])
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return { who, ...answer.value }
}

describe('a list', () => {
  it('is shown to everybody as it was promised, with what is left of it', async () => {
    const threshold = { count: 20, below: 'extend' as const }
    const { owner, listId } = await lists().newList({ threshold, words: '自家果园' })
    const { who, entryId } = await joined(listId, 3)
    await joined(listId, 2.5, 'i2')
    const shown = await lists().show(listId, shop.fresh('visitor'))
    expect(shown).toMatchObject({
      ...{ title: '周三水果', words: '自家果园', state: 'running', entryCount: 2, mine: null },
      ...{ isDesk: false, isMember: false, nextCursor: null },
      threshold: { count: 20, below: 'extend', reachedCount: 5.5 },
      items: [
        { itemId: 'i1', leftCount: 7, orderedQuantity: 3, priceFen: 500, memberPriceFen: 450 },
        { itemId: 'i2', leftCount: null, orderedQuantity: 2.5, unit: 'jin', spec: '大果' },
      ],
      entries: [
        { entryNo: 1, lines: [{ itemId: 'i1', quantity: 3 }], cancelled: false, isMine: false },
        { entryNo: 2, lines: [{ itemId: 'i2', quantity: 2.5 }] },
      ],
    })
    expect(await lists().show(listId, who)).toMatchObject({
      ...{ isMember: true, mine: { entryId, entryNo: 1, payableFen: 1350 } },
      entries: [{ isMine: true }, { isMine: false }],
    })
    expect(await lists().show(listId, owner)).toMatchObject({ isDesk: true })
    expect(await lists().show(listId, manager)).toMatchObject({ isDesk: true })
    await shop.value('lists.cancel', { as: who, input: { entryId } })
    const after = await lists().show(listId, who)
    expect(after).toMatchObject({ entryCount: 1, mine: null, threshold: { reachedCount: 2.5 } })
    expect(after.entries[0]).toMatchObject({ entryNo: 1, cancelled: true })
  })

  it('costs four calls however long it is, and pages by number', async () => {
    const { listId } = await lists().newList({
      items: [{ name: '苹果', priceFen: 500 }],
    })
    for (let place = 0; place < 52; place += 1) await joined(listId)
    const { who } = await joined(listId)
    const ask = (input: { cursor?: string } = {}) =>
      shop.call('lists.show', { as: who, input: { listId, ...input } })
    await ask()
    const first = await ask()
    expect(first).toMatchObject({ dbCalls: 4, docsWritten: 0 })
    expect(first.answer).toMatchObject({ value: { nextCursor: '50', mine: { entryNo: 53 } } })
    const second = await ask({ cursor: '50' })
    expect(second.dbCalls).toBe(4)
    const value = second.answer.ok ? second.answer.value : null
    expect(value?.entries.map(({ entryNo }) => entryNo)).toEqual([51, 52, 53])
    expect(value).toMatchObject({ nextCursor: null, mine: { entryNo: 53 } })
    const wrong = await ask({ cursor: '-5' })
    expect(wrong.answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
    const gone = await shop.call('lists.show', { as: who, input: { listId: 'nothing' } })
    expect(gone.answer).toMatchObject({ code: 'LIST_GONE' })
  })
})

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
    const { who } = await joined(soon.listId, 2)
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

describe('the desk', () => {
  it('sees its own lists with their sums, and a manager those of her stores', async () => {
    const { owner, listId } = await lists().newList()
    const draft = await lists().newDraft({ title: '草稿' }, owner)
    await joined(listId, 3)
    await joined(listId, 2.5, 'i2')
    const { lists: own } = await shop.value('lists.owned', { as: owner })
    expect(own).toMatchObject([
      { listId: draft.listId, state: 'draft', entryCount: 0, amountFen: 0 },
      { listId, state: 'running', entryCount: 2, amountFen: 3 * 450 + 1700, unpaidCount: 2 },
    ])
    const { lists: managed } = await shop.value('lists.owned', { as: manager })
    const ids = managed.map((row) => row.listId)
    expect(ids).toContain(listId)
    expect(ids).not.toContain(draft.listId)
  })
})
