import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { listsOf } from '../../dev/harness/lists'
import { listsOf as plannedListsOf } from '../../dev/harness/lists-under-test'
import { paymentsOf } from '../../dev/harness/payments-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { pay, startEntry, settled, inWechat, tend } = paymentsOf(() => shop)
const DAY_MS = 86_400_000
const PRICE_FEN = 333

/** Somebody has paid for 2.5 jin by WeChat, and 2.5 jin are here. */
async function arrivedOnline(priceFen = PRICE_FEN) {
  const lists = listsOf(shop)
  const cutOffAt = shop.nowMs() + DAY_MS
  const items = [{ unit: 'jin' as const, priceFen }]
  const list = await lists.newList({ payment: 'online', items, cutOffAt, dueAt: cutOffAt })
  const { listId, owner } = list
  const made = await lists.joined(listId, { lines: [{ itemId: 'i1', quantity: 2.5 }] })
  const { payment, orderId } = await startEntry(made.who, made.entryId)
  expect(await pay(made.who, payment)).toBeNull()
  await settled()
  await shop.advanceClock(DAY_MS + 1)
  await shop.fireTimer('lists')
  const arrived = { listId, items: [{ itemId: 'i1', arrivedCount: 2.5 }] }
  await shop.value('lists.arrive', { as: owner.who, input: arrived })
  const weigh = (grams: number) => {
    const input = { entryId: made.entryId, itemId: 'i1', grams }
    return shop.value('lists.weigh', { as: owner.who, input })
  }
  const owedFen = async () => {
    const month = new Date(shop.nowMs() + 8 * 3_600_000).toISOString().slice(0, 7)
    const input = { month }
    return (await shop.value('lists.statement', { as: owner.who, input })).owedFen
  }
  const lines = [{ entryId: made.entryId, itemId: 'i1', quantity: 2.5 }]
  const handOver = () => shop.value('lists.handOver', { as: owner.who, input: { lines } })
  return { ...list, ...made, orderId, weigh, handOver, owedFen }
}

describe('what was paid by WeChat', () => {
  it('is the shop’s, whoever takes what was missing, and goes back as far as it goes', async () => {
    const bought = await arrivedOnline()
    const { entryId, who, orderId, owner } = bought
    expect(await bought.weigh(1_300)).toEqual({ entryId, payableFen: 866 })
    const { mine } = await shop.value('lists.show', { as: who, input: { listId: bought.listId } })
    expect(mine).toMatchObject({ payableFen: 866, dueFen: 33, paymentState: 'owed' })
    expect(await bought.handOver()).toMatchObject({ entries: [{ paidFen: 33 }] })
    expect(await bought.owedFen()).toBe(33)
    const picture = await plannedListsOf(shop).newPicture()
    const report = { entryId, itemId: 'i1', quantity: 2.5, picture }
    const { damageId } = await shop.value('lists.reportDamage', { as: who, input: report })
    const decision = { damageId, isGranted: true }
    const granted = await shop.value('lists.decideDamage', { as: owner.who, input: decision })
    expect(granted.refundFen).toBe(866)
    await tend()
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: 833 }] })
    const told = await fetchingOf(shop).messagesFor(bought.memberId, 'listDamageDecided')
    expect(told).toMatchObject([{ facts: { backFen: 866, onlineFen: 833 } }])
    expect(await bought.owedFen()).toBe(0)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('goes back by WeChat as well when the store refunds the purchase', async () => {
    const { weigh, orderId, memberId } = await arrivedOnline()
    await weigh(1_250)
    const [purchase] = await shop.find('purchases', { memberId })
    const input = { purchaseId: String(purchase?._id) }
    const refunded = await shop.value('purchases.refund', { as: manager, input })
    expect(refunded).toMatchObject({ refundedFen: 833, onlineFen: 833 })
    await tend()
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: 833 }] })
  })
})

describe('what was paid in person', () => {
  it('is written down until it was given back, and is never called refunded before', async () => {
    const lists = listsOf(shop)
    const cutOffAt = shop.nowMs() + DAY_MS
    const list = await lists.newList({ payment: 'toOwner', cutOffAt, dueAt: cutOffAt })
    const { listId, owner } = list
    const { entryId, who } = await lists.joined(listId)
    await shop.advanceClock(DAY_MS + 1)
    await shop.fireTimer('lists')
    const markPaid = () =>
      shop.value('lists.markPaid', { as: owner.who, input: { entryIds: [entryId] } })
    expect(await markPaid()).toMatchObject({ entries: [{ paidFen: 500 }] })
    const items = [{ itemId: 'i1', arrivedCount: 0 }]
    await shop.value('lists.arrive', { as: owner.who, input: { listId, items } })
    const payment = async () => Object(await lists.entryOf(entryId)).payment
    expect(await payment()).toMatchObject({ state: 'toReturn', paidFen: 0, returnFen: 500 })
    const entries = await shop.value('lists.entries', { as: owner.who, input: { listId } })
    expect(entries.entries).toMatchObject([{ returnFen: 500, dueFen: 0 }])
    const { mine } = await shop.value('lists.show', { as: who, input: { listId } })
    expect(mine).toMatchObject({ paymentState: 'toReturn', returnFen: 500 })
    await markPaid()
    expect(await payment()).toMatchObject({ state: 'refunded', paidFen: 0, returnFen: 0 })
    await expect(markPaid()).rejects.toThrow('ENTRY_NOT_PAYABLE')
  })
})
