import { listsOf } from '../../dev/harness/lists'
import { paymentsOf } from '../../dev/harness/payments-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let lists: ReturnType<typeof listsOf>
beforeAll(async () => {
  shop = await openShop()
  lists = listsOf(shop)
})
afterAll(() => shop.stop())

const { pay, startEntry, settled, inWechat, order, tend } = paymentsOf(() => shop)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const newList = (stockCount = 3) =>
  lists.newList({ payment: 'online', items: [{ stockCount, priceFen: 500 }] })
const leftIn = async (listId: string) => Object(await lists.bookOf(listId)).left.i1

/** Somebody who joined for so many, with WeChat's sheet open. */
async function joined(listId: string, quantity = 1) {
  const made = await lists.joined(listId, { lines: [{ itemId: 'i1', quantity }] })
  return { ...made, ...(await startEntry(made.who, made.entryId)) }
}

/** As publishing leaves it, so that the job finds its cut-off. */
async function makeDue(listId: string) {
  const update = { $set: { dueAt: shop.nowMs() - 1 } }
  await shop.local.engine.update('lists', { filter: { _id: listId }, update, multi: false })
}

async function paid(listId: string, quantity = 1) {
  const made = await joined(listId, quantity)
  expect(await pay(made.who, made.payment)).toBeNull()
  await settled()
  return made
}

describe('an entry that is paid online', () => {
  it('has number and place, and stands once it is paid', async () => {
    const list = await newList()
    const { listId } = list
    const { state, payableFen, entryNo, entryId, who, payment } = await joined(listId, 2)
    expect({ state, payableFen, entryNo }).toEqual({
      state: 'awaiting',
      payableFen: 1_000,
      entryNo: 1,
    })
    expect(await leftIn(listId)).toBe(1)
    expect(await pay(who, payment)).toBeNull()
    await settled()
    expect(await lists.entryOf(entryId)).toMatchObject({
      state: 'joined',
      untilAt: null,
      payment: { state: 'paid', paidFen: 1_000 },
    })
    expect(await order(entryId)).toMatchObject({ state: 'paid', isTold: true, dueAt: 0 })
    expect(await lists.totals(list)).toMatchObject({ entryCount: 1 })
  })

  it('gives its place to who is next when nobody paid it', async () => {
    const { listId } = await newList(1)
    const first = await joined(listId)
    const next = await lists.joined(listId, { ifSoldOut: 'fill' })
    expect(next.state).toBe('waiting')
    await tend(15 * MINUTE_MS)
    expect(await lists.entryOf(first.entryId)).toMatchObject({ state: 'lapsed', entryNo: 1 })
    expect(await order(first.entryId)).toMatchObject({ state: 'closed', isTold: true, dueAt: 0 })
    expect(await lists.entryOf(next.entryId)).toMatchObject({ state: 'awaiting' })
    expect(await leftIn(listId)).toBe(0)
    const { payment } = await startEntry(next.who, next.entryId)
    expect(await pay(next.who, payment)).toBeNull()
    await settled()
    expect(await lists.entryOf(next.entryId)).toMatchObject({ state: 'joined' })
    expect(await pay(first.who, first.payment)).toContain('已关闭')
  })

  it('is paid once also when its notice was lost', async () => {
    const { listId } = await newList()
    const { who, payment, entryId } = await joined(listId)
    await pay(who, payment, 'lost')
    await tend(MINUTE_MS)
    expect(await lists.entryOf(entryId)).toMatchObject({ state: 'joined' })
  })

  it('cancelled with the sheet open and paid after it, gets all back', async () => {
    const { listId } = await newList()
    const { who, payment, entryId, orderId } = await joined(listId, 3)
    await lists.cancel(who, entryId)
    expect(await leftIn(listId)).toBe(3)
    expect(await pay(who, payment)).toBeNull()
    await settled()
    await tend()
    expect(await lists.entryOf(entryId)).toMatchObject({ state: 'cancelled' })
    expect(await order(entryId)).toMatchObject({ state: 'refunded', dueAt: 0 })
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: 1_500 }] })
  })

  it('cancelled after it was paid, gets all back within the minute', async () => {
    const { listId } = await newList()
    const { who, entryId, orderId } = await paid(listId, 2)
    await lists.cancel(who, entryId)
    expect(await lists.entryOf(entryId)).toMatchObject({
      ...{ state: 'cancelled', payment: { state: 'refunded', paidFen: 0 } },
    })
    await tend()
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: 1_000 }] })
    expect(await leftIn(listId)).toBe(3)
  })

  it('may become less, and the difference goes back; more it may not', async () => {
    const { listId } = await newList()
    const { who, entryId, orderId } = await paid(listId, 2)
    const more = [{ itemId: 'i1', quantity: 3 }]
    const refused = await lists.change(who, { entryId, lines: more })
    expect(refused.answer).toMatchObject({ ok: false, code: 'LIST_PAID_ONLINE' })
    const less = [{ itemId: 'i1', quantity: 1 }]
    const changed = await lists.change(who, { entryId, lines: less })
    expect(changed.answer).toMatchObject({ ok: true, value: { state: 'joined', payableFen: 500 } })
    expect(await lists.entryOf(entryId)).toMatchObject({ payment: { state: 'paid', paidFen: 500 } })
    await tend()
    expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: 500 }] })
    await lists.cancel(who, entryId)
    await tend()
    expect(await order(entryId)).toMatchObject({ state: 'refunded' })
    expect((await inWechat(orderId))?.refunds).toHaveLength(2)
  })

  it('is not changed while its sheet may be open', async () => {
    const { listId } = await newList()
    const { who, entryId } = await joined(listId)
    const { answer } = await lists.change(who, { entryId, lines: [{ itemId: 'i1', quantity: 2 }] })
    expect(answer).toMatchObject({ ok: false, code: 'ENTRY_AWAITING' })
  })

  it('taken for somebody without a phone is paid where it is fetched', async () => {
    const { listId, owner } = await newList()
    const input = { listId, name: '三楼阿姨', lines: [{ itemId: 'i1', quantity: 1 }] }
    const { entryId, state } = await shop.value('lists.joinFor', { as: owner.who, input })
    expect(state).toBe('joined')
    expect(await lists.entryOf(entryId)).toMatchObject({ payment: { state: 'owed' } })
  })
})

describe('at the cut-off of a list that is paid online', () => {
  it('who has paid is in, who has not is out, and who pays after it gets it back', async () => {
    const { listId } = await newList()
    await shop.advanceClock(24 * HOUR_MS - 5 * MINUTE_MS)
    const [inTime, silent, never] = [
      await joined(listId),
      await joined(listId),
      await joined(listId),
    ]
    expect(await pay(inTime.who, inTime.payment)).toBeNull()
    await settled()
    await shop.advanceClock(6 * MINUTE_MS)
    await makeDue(listId)
    // She paid before anybody closed her order, but her place went with the cut-off.
    await shop.fireTimer('lists')
    expect(await pay(silent.who, silent.payment)).toBeNull()
    await settled()
    await tend()
    await tend(3 * MINUTE_MS)
    const states = await Promise.all(
      [inTime, silent, never].map(async ({ entryId }) => [
        Object(await lists.entryOf(entryId)).state,
        Object(await order(entryId)).state,
      ]),
    )
    expect(states).toEqual([
      ['joined', 'paid'],
      ['lapsed', 'refunded'],
      ['lapsed', 'closed'],
    ])
  })

  it('that has too few all are released, and all money goes back', async () => {
    const threshold = { count: 5, below: 'release' } as const
    const items = [{ stockCount: 9, priceFen: 500 }]
    const { listId } = await lists.newList({ payment: 'online', items, threshold })
    const all = [await paid(listId), await paid(listId, 2)]
    await shop.advanceClock(24 * HOUR_MS + MINUTE_MS)
    await makeDue(listId)
    await shop.fireTimer('lists')
    await tend()
    for (const { entryId, orderId, payableFen } of all) {
      expect(await lists.entryOf(entryId)).toMatchObject({
        ...{ state: 'released', payment: { state: 'refunded', paidFen: 0 } },
      })
      expect(await inWechat(orderId)).toMatchObject({ refunds: [{ refundFeeFen: payableFen }] })
    }
    const { messages } = await shop.value('messages.inbox', { as: all[1]?.who ?? '' })
    expect(messages[0]?.text).toBe('“周六早市”没有成团，您的第 2 位已经取消，已退款 ¥10.00')
  })
})
