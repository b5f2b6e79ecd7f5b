import { listsOf } from '../../dev/harness/lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const untilAtOf = async (entryId: string) => Number((await lists().entryOf(entryId))?.untilAt)

/** The last piece is taken, and somebody waits who wants it kept for her. */
async function oneWaits(part: { cutOffAt: number; payment?: 'online' }) {
  const list = await lists().newList({ items: [{ stockCount: 1 }], ...part })
  const first = await lists().joined(list.listId)
  const waits = await lists().joined(list.listId, { ifSoldOut: 'hold' })
  const free = () => lists().cancel(first.who, first.entryId)
  return { ...list, ...waits, free }
}

const extend = ({ owner, listId }: Awaited<ReturnType<typeof oneWaits>>) =>
  shop.value('lists.extend', { as: owner.who, input: { listId } })

describe('a place that is kept', () => {
  it('is kept no longer than the list is open', async () => {
    const cutOffAt = shop.nowMs() + 30 * MINUTE_MS
    const { entryId, free } = await oneWaits({ cutOffAt })
    await free()
    expect(await lists().entryOf(entryId)).toMatchObject({ state: 'held', untilAt: cutOffAt })
  })

  it('is kept by the cut-off that was moved since the list was read', async () => {
    const made = await oneWaits({ cutOffAt: shop.nowMs() + 30 * MINUTE_MS })
    const { cutOffAt } = await extend(made)
    await made.free()
    const untilAt = await untilAtOf(made.entryId)
    expect(untilAt).toBeGreaterThan(shop.nowMs() + HOUR_MS)
    expect(untilAt).toBeLessThanOrEqual(cutOffAt)
  })

  it('is gone once its time is over, also for who changes it before the job comes', async () => {
    const { who, entryId, free } = await oneWaits({ cutOffAt: shop.nowMs() + 100 * HOUR_MS })
    await free()
    await shop.advanceClock((await untilAtOf(entryId)) - shop.nowMs() + 1)
    const late = await lists().change(who, { entryId, lines: [{ itemId: 'i1', quantity: 1 }] })
    expect(late.answer).toMatchObject({ ok: false, code: 'ENTRY_NOT_HELD' })
    expect(await lists().entryOf(entryId)).toMatchObject({ state: 'held' })
  })
})

describe('a place that awaits its payment', () => {
  it('is kept to the cut-off, and the full time once that was moved', async () => {
    const cutOffAt = shop.nowMs() + 10 * MINUTE_MS
    const list = { items: [{ stockCount: 9 }], payment: 'online' as const, cutOffAt }
    const made = await lists().newList(list)
    const early = await lists().joined(made.listId)
    expect(await untilAtOf(early.entryId)).toBe(cutOffAt)
    await shop.value('lists.extend', { as: made.owner.who, input: { listId: made.listId } })
    await shop.advanceClock(cutOffAt - shop.nowMs() + MINUTE_MS)
    // The function still keeps the list as it was; the book alone knows of the day more.
    const { entryId } = await lists().joined(made.listId)
    const late = await lists().entryOf(entryId)
    expect(late).toMatchObject({ state: 'awaiting' })
    expect(Number(late?.untilAt) - Number(late?.joinedAt)).toBe(15 * MINUTE_MS)
  })
})
