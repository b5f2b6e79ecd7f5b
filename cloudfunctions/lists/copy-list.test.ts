import { listsOf } from '../../dev/harness/lists-under-test'
import {
  atOnce,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
const lists = () => listsOf(shop)

describe('a copy', () => {
  it('has the same goods, and its cut-off as many days after today', async () => {
    const { owner, listId } = await lists().newList({ repeatWeekly: true })
    await shop.advanceClock(3 * DAY_MS)
    const requestId = shop.fresh('copy')
    const copy = () => shop.callPatiently('lists.copy', { as: owner, requestId, input: { listId } })
    const calls = await atOnce(8, copy)
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(differentAnswers(calls)).toBe(1)
    const [first] = calls
    const copied = first?.answer.ok ? first.answer.value.listId : ''
    const [list] = await shop.find('lists', { _id: copied })
    const [before] = await shop.find('lists', { _id: listId })
    expect(list).toMatchObject({
      ...{ state: 'draft', items: before?.items, pickupPoints: before?.pickupPoints },
      ...{ repeatsWeekly: false, copiedFrom: listId, publishedAt: null, dueAt: 0 },
      cutOffAt: Number(before?.plannedCutOffAt) + 3 * DAY_MS,
    })
    const communityId = String(before?.communityId)
    const paused = { communityId, isPaused: true }
    await shop.value('communities.pause', { as: manager, input: paused })
    const asked = { as: owner, input: { listId } }
    expect((await shop.call('lists.copy', asked)).answer).toMatchObject({
      code: 'COMMUNITY_PAUSED',
    })
    const draft = { as: owner, input: { listId: copied } }
    expect((await shop.call('lists.publish', draft)).answer).toMatchObject({
      ...{ code: 'COMMUNITY_PAUSED', detail: { field: 'communityId' } },
    })
    const stranger = await lists().newOwner()
    const foreign = () => shop.call('lists.copy', { as: stranger, input: { listId } })
    expect(await lists().refusalOf(foreign)).toMatchObject({ code: 'LIST_FOREIGN' })
  })
})
