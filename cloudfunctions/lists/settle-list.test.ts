import { listsOf, type Plan } from '../../dev/harness/lists-under-test'
import { settledPlans, settlingOf } from '../../dev/harness/settling'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

/** How long a killed job's transaction keeps its locks. */
const LOCKS_MS = 1_000

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: LOCKS_MS })
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const lists = () => listsOf(shop)
const eggs = (stockCount?: number): Partial<Plan> => ({
  items: [{ name: '鸡蛋', priceFen: 1500, ...(stockCount === undefined ? {} : { stockCount }) }],
})

const stored = (listId: string) => lists().stored(listId)
const bookOf = (listId: string) => lists().bookOf(listId)

const joined = (listId: string, quantity: number, ifSoldOut: 'none' | 'fill' | 'hold' = 'none') =>
  lists().joined(listId, { quantity, ifSoldOut })

/** The states of a list's entries by their numbers. */
async function statesOf(listId: string): Promise<unknown[]> {
  const entries = await shop.find('list_entries', { listId })
  return entries
    .sort((one, other) => Number(one.entryNo) - Number(other.entryNo))
    .map(({ state }) => state)
}

describe('the cut-off', () => {
  it('refuses a second late, although the job has not been there', async () => {
    const { listId } = await lists().newList(eggs())
    const cutOffAt = Number((await stored(listId))?.cutOffAt)
    const [early, late] = [await shop.newMember(), await shop.newMember()]
    await shop.advanceClock(cutOffAt - shop.nowMs() - 1_000)
    const lines = [{ itemId: 'i1', quantity: 1 }]
    expect((await lists().join(early.who, { listId, lines })).answer).toMatchObject({ ok: true })
    await shop.advanceClock(cutOffAt - shop.nowMs())
    expect((await lists().join(late.who, { listId, lines })).answer).toMatchObject({
      code: 'LIST_CLOSED',
    })
    expect(await stored(listId)).toMatchObject({ state: 'running' })
    await Promise.all([shop.fireTimer('lists'), shop.fireTimer('lists')])
    await shop.fireTimer('lists')
    expect(await stored(listId)).toMatchObject({ state: 'ordered', dueAt: 0 })
    expect(await bookOf(listId)).toMatchObject({ isOpen: false, todo: {} })
  })

  it('lets the queue in while stock lasts, and ends what waits or is held', async () => {
    const { listId } = await lists().newList(eggs(5))
    const first = await joined(listId, 3)
    await joined(listId, 2)
    await joined(listId, 2, 'fill')
    await joined(listId, 4, 'fill')
    await joined(listId, 1, 'hold')
    await shop.value('lists.cancel', { as: first.who, input: { entryId: first.entryId } })
    // 3 came free: the third has 2 of them, one is held for the fifth; the fourth waits in between.
    await lists().passCutOff(listId)
    const states = await statesOf(listId)
    expect(states.slice(0, 4)).toEqual(['cancelled', 'joined', 'joined', 'lapsed'])
    const book = await bookOf(listId)
    const standing = (await shop.find('list_entries', { listId })).filter(
      ({ state }) => state === 'joined',
    )
    const ordered = standing.reduce((sum, entry) => sum + Object(entry.lines)[0].count, 0)
    expect(Object(book?.left).i1 + ordered).toBe(5)
    expect(Object(book?.ordered).i1).toBe(ordered)
    expect(Object(book?.waiting).i1).toBe(0)
    const settled = JSON.stringify([await stored(listId), book, await statesOf(listId)])
    await shop.fireTimer('lists')
    const again = [await stored(listId), await bookOf(listId), await statesOf(listId)]
    expect(JSON.stringify(again)).toBe(settled)
  })

  it('of a list that nobody has joined ends it, and its owner is told', async () => {
    const { owner, listId } = await lists().newList(eggs())
    await lists().passCutOff(listId)
    expect(await stored(listId)).toMatchObject({ state: 'closed' })
    const { messages } = await shop.value('messages.inbox', { as: owner })
    expect(messages[0]?.text).toBe('“周三水果”没有人接龙，已经结束')
  })
})

describe('a threshold', () => {
  const threshold = (below: 'release' | 'deliver' | 'extend') => ({
    ...eggs(),
    threshold: { count: 3, below },
  })

  it('that was reached orders; one that was not releases or delivers as promised', async () => {
    const [reached, failed, delivered] = [
      await lists().newList(threshold('release')),
      await lists().newList(threshold('release')),
      await lists().newList(threshold('deliver')),
    ]
    await joined(reached.listId, 2)
    await joined(reached.listId, 1)
    const { who } = await joined(failed.listId, 2)
    await joined(delivered.listId, 2)
    await lists().passCutOff(delivered.listId)
    expect(await stored(reached.listId)).toMatchObject({ state: 'ordered' })
    expect(await statesOf(reached.listId)).toEqual(['joined', 'joined'])
    expect(await stored(failed.listId)).toMatchObject({ state: 'failed' })
    expect(await statesOf(failed.listId)).toEqual(['released'])
    expect(await stored(delivered.listId)).toMatchObject({ state: 'ordered' })
    const { messages } = await shop.value('messages.inbox', { as: who })
    expect(messages[0]?.title).toBe('接龙没有成团')
  })

  it('extends once by a day, with its queue, and releases then', async () => {
    const { owner, listId } = await lists().newList(threshold('extend'))
    await joined(listId, 2)
    const cutOffAt = Number((await stored(listId))?.cutOffAt) + DAY_MS
    await lists().passCutOff(listId)
    expect(await stored(listId)).toMatchObject({ state: 'running', isExtended: true, cutOffAt })
    expect(await bookOf(listId)).toMatchObject({ isOpen: true, cutOffAt })
    await joined(listId, 0.5 + 0.5)
    await lists().passCutOff(listId)
    expect(await stored(listId)).toMatchObject({ state: 'ordered' })
    const short = await lists().newList(threshold('extend'), owner)
    await joined(short.listId, 2)
    await lists().passCutOff(short.listId)
    await lists().passCutOff(short.listId)
    expect(await stored(short.listId)).toMatchObject({ state: 'failed' })
    expect(await statesOf(short.listId)).toEqual(['released'])
  })
})

describe('a weekly list', () => {
  it('opens again by itself, at the same hour of the next week, once', async () => {
    const { owner, listId } = await lists().newList({ ...eggs(2), repeatWeekly: true })
    await joined(listId, 2)
    const before = await stored(listId)
    await lists().passCutOff(listId)
    await shop.fireTimer('lists')
    const [next, ...others] = await shop.find('lists', { copiedFrom: listId })
    expect(others).toEqual([])
    expect(next).toMatchObject({
      ...{ state: 'running', repeatsWeekly: true, items: before?.items },
      opensAt: Number(before?.publishedAt) + 7 * DAY_MS,
      cutOffAt: Number(before?.cutOffAt) + 7 * DAY_MS,
    })
    expect(await stored(listId)).toMatchObject({ state: 'ordered', repeatsWeekly: false })
    const nextId = String(next?._id)
    const { who } = await shop.newMember()
    const lines = [{ itemId: 'i1', quantity: 2 }]
    expect(await lists().show(nextId, who)).toMatchObject({ state: 'coming', entryCount: 0 })
    expect((await lists().join(who, { listId: nextId, lines })).answer).toMatchObject({
      code: 'LIST_NOT_OPEN',
    })
    await shop.advanceClock(Number(next?.opensAt) - shop.nowMs())
    expect((await lists().join(who, { listId: nextId, lines })).answer).toMatchObject({ ok: true })
    expect((await lists().show(nextId, owner)).items[0]?.leftCount).toBe(0)
  })

  it('ends with the community that is paused', async () => {
    const { owner, listId } = await lists().newList({ ...eggs(), repeatWeekly: true })
    const communityId = String((await stored(listId))?.communityId)
    const input = { communityId, isPaused: true }
    await shop.value('communities.pause', { as: manager, input })
    await lists().passCutOff(listId)
    expect(await shop.find('lists', { copiedFrom: listId })).toEqual([])
    const { lists: own } = await shop.value('lists.owned', { as: owner })
    expect(own).toMatchObject([{ state: 'closed', repeatsWeekly: false }])
  })
})

describe('a job that is killed', () => {
  it('at some of its calls goes on where it was; at all of them in the chaos run', async () => {
    const { settled } = settlingOf(shop, { locksMs: LOCKS_MS })
    const owner = await lists().newOwner()
    const [plan = {}] = settledPlans
    const { told } = await settled(plan, { owner, call: null })
    for (const call of [4, 11, 23, 40]) {
      const killed = await settled(plan, { owner, call })
      expect({ call, ...killed.told }).toEqual({ call, ...told })
    }
  })

  it('after it had released all tells how many had joined all the same', async () => {
    const { listId } = await lists().newList({
      ...{ ...eggs(), threshold: { count: 9, below: 'release' } },
    })
    await joined(listId, 1)
    await joined(listId, 2)
    // As a job leaves it that died between the release and the word to its owner.
    const { engine } = shop.local
    const over = { $set: { state: 'settling', cutOffAt: shop.nowMs(), dueAt: shop.nowMs() } }
    await engine.update('lists', { filter: { _id: listId }, update: over, multi: false })
    const update = { $set: { state: 'released' } }
    await engine.update('list_entries', { filter: { listId }, update, multi: true })
    await shop.fireTimer('lists')
    expect(await stored(listId)).toMatchObject({ state: 'failed' })
    const told = await shop.find('messages', { kind: 'listSettled', 'facts.listId': listId })
    expect(told).toMatchObject([{ facts: { outcome: 'failed', entryCount: 2 } }])
  })
})
