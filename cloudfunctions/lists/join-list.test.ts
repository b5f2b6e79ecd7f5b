import { listsOf, twoPoints } from '../../dev/harness/lists'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const HOUR_MS = 3_600_000
const bookNow = (listId: string) => lists().bookOf(listId)

async function newMembers(count: number): Promise<string[]> {
  const members = []
  for (let no = 0; no < count; no += 1) members.push((await shop.newMember()).who)
  return members
}

describe('joining a list', () => {
  it('takes the next number and what is ordered, and the entry stands', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 5 }, { unit: 'jin' }] })
    const first = await lists().joined(listId)
    const lines = [
      { itemId: 'i1', quantity: 2 },
      { itemId: 'i2', quantity: 1.5, ifShort: 'drop' as const },
    ]
    const second = await lists().joined(listId, { lines, remark: '要熟一点的' })
    expect([first.entryNo, second.entryNo]).toEqual([1, 2])
    expect(second).toMatchObject({ state: 'joined', payableFen: 1_750 })
    const entry = await lists().entryOf(second.entryId)
    expect(entry).toMatchObject({ entryNo: 2, memberId: second.memberId, remark: '要熟一点的' })
    expect(entry?.lines).toMatchObject([
      { itemId: 'i1', count: 2, ifShort: 'less' },
      { itemId: 'i2', count: 750, ifShort: 'drop' },
    ])
    const book = await bookNow(listId)
    expect(book).toMatchObject({ left: { i1: 2 }, ordered: { i1: 3, i2: 750 }, todo: {} })
  })

  it('costs 6 calls and 3 documents, the same with 1,000 entries, and 2 and 0 again', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 2_000 }] })
    await lists().joined(listId)
    const costOf = async (who: string, requestId: string) => {
      const input = { listId, lines: [{ itemId: 'i1', quantity: 1 }] }
      const called = await shop.call('lists.join', { as: who, requestId, input })
      expect(called.answer).toMatchObject({ ok: true })
      return [called.dbCalls, called.docsWritten, called.docsRead]
    }
    const [one = '', other = ''] = await newMembers(2)
    const few = await costOf(one, 'few')
    expect(few.slice(0, 2)).toEqual([6, 3])
    expect((await costOf(one, 'few')).slice(0, 2)).toEqual([2, 0])
    const order = Array.from({ length: 998 }, (_unused, no) => `e${no}`)
    const book = await bookNow(listId)
    await shop.local.engine.remove('list_books', { filter: { _id: listId }, multi: false })
    const holders = Object.fromEntries(order.map((id) => [`m${id}`, id]))
    const long = { ...book, order: [...order, 'last'], holders }
    await shop.local.engine.insert('list_books', [JSON.parse(JSON.stringify(long))])
    expect(await costOf(other, 'many')).toEqual(few)
    const entry = (await lists().entriesOf(listId)).find(({ requestKey }) => requestKey)
    expect(entry).toBeDefined()
    expect((await lists().entriesOf(listId)).map(({ entryNo }) => entryNo)).toContain(1_000)
  })

  it('gives 100 who come at once the numbers 1 to 100', async () => {
    const { listId } = await lists().newList()
    const members = await newMembers(100)
    const calls = await atOnce(100, (place) => lists().join(members[place] ?? '', listId))
    expect(tallyOf(calls)).toEqual({ ok: 100 })
    const numbers = (await lists().entriesOf(listId)).map(({ entryNo }) => Number(entryNo))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_u, no) => no + 1))
    expect(await bookNow(listId)).toMatchObject({ todo: {}, ordered: { i1: 100 } })
  })

  it('has one effect and one answer for one request, 32 at once', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 5 }] })
    const { who } = await shop.newMember()
    const calls = await atOnce(32, () => lists().join(who, listId, { requestId: 'one' }))
    expect(tallyOf(calls)).toEqual({ ok: 32 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 4 }, todo: {} })
    const other = await lists().newList()
    const reused = await lists().join(who, other.listId, { requestId: 'one' })
    expect(reused.answer).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(await lists().entriesOf(other.listId)).toEqual([])
  })

  it('is once a member, also by 16 requests at once, and after a cancellation anew', async () => {
    const { listId } = await lists().newList()
    const { who } = await shop.newMember()
    const calls = await atOnce(16, () => lists().join(who, listId))
    expect(tallyOf(calls)).toEqual({ ok: 1, LIST_JOINED: 15 })
    const [entry] = await lists().entriesOf(listId)
    expect((await lists().cancel(who, String(entry?._id))).answer).toMatchObject({ ok: true })
    const again = await lists().join(who, listId)
    expect(again.answer).toMatchObject({ ok: true, value: { entryNo: 2 } })
  })

  it('is at the member price for members, and at the other for a name', async () => {
    const { listId, owner } = await lists().newList({ items: [{ memberPriceFen: 400 }] })
    expect(await lists().joined(listId)).toMatchObject({ payableFen: 400 })
    const input = { listId, name: '李阿姨', lines: [{ itemId: 'i1', quantity: 1 }] }
    const made = await shop.value('lists.joinFor', { as: owner.who, input })
    expect(made).toMatchObject({ entryNo: 2, payableFen: 500, state: 'joined' })
    expect(await lists().entryOf(made.entryId)).toMatchObject({ memberId: null, name: '李阿姨' })
  })
})

describe('joining is refused, without a trace,', () => {
  async function refusal(work: () => Promise<{ answer: unknown }>): Promise<unknown> {
    const before = await shop.dump()
    const { answer } = await work()
    expect(await shop.dump()).toBe(before)
    return answer
  }

  it('before it opens, at the cut-off although the job is late, and of no list', async () => {
    const now = shop.nowMs()
    const times = { opensAt: now + HOUR_MS, cutOffAt: now + 2 * HOUR_MS }
    const { listId } = await lists().newList(times)
    const { who } = await shop.newMember()
    const tried = () => refusal(() => lists().join(who, listId))
    expect(await tried()).toMatchObject({ code: 'LIST_NOT_OPEN' })
    await shop.advanceClock(times.cutOffAt - shop.nowMs())
    expect(await tried()).toMatchObject({ code: 'LIST_CLOSED' })
    const none = await refusal(() => lists().join(who, 'none'))
    expect(none).toMatchObject({ code: 'LIST_GONE' })
    expect(await refusal(() => lists().join('stranger', listId))).toMatchObject({
      code: 'MEMBER_REQUIRED',
    })
  })

  it.each([
    ['half a piece', [{ itemId: 'i1', quantity: 0.5 }], 'LIST_QUANTITY'],
    ['an unknown item', [{ itemId: 'i9', quantity: 1 }], 'LIST_ITEM_UNKNOWN'],
    ['more than one may have', [{ itemId: 'i1', quantity: 3 }], 'LIST_LIMIT'],
    ['more than there is', [{ itemId: 'i2', quantity: 5 }], 'SOLD_OUT'],
    ['nothing', [{ itemId: 'i1', quantity: 0 }], 'INPUT_INVALID'],
    [
      'an item twice',
      [
        { itemId: 'i1', quantity: 1 },
        { itemId: 'i1', quantity: 1 },
      ],
      'LIST_LINE_TWICE',
    ],
  ])('for %s', async (_what, lines, code) => {
    const { listId } = await lists().newList({ items: [{ limitCount: 2 }, { stockCount: 4 }] })
    const { who } = await shop.newMember()
    expect(await refusal(() => lists().join(who, listId, { lines }))).toMatchObject({ code })
  })

  it('above what a till books as one bill', async () => {
    const { listId } = await lists().newList({ items: [{ priceFen: 10_000_000 }] })
    const { who } = await shop.newMember()
    const dear = await lists().join(who, listId, { lines: [{ itemId: 'i1', quantity: 2 }] })
    expect(dear.answer).toMatchObject({ ok: false, code: 'ENTRY_TOO_DEAR' })
    expect((await lists().join(who, listId)).answer).toMatchObject({ ok: true })
  })

  it('without a point where there are several', async () => {
    const { listId } = await lists().newList({ pickupPoints: twoPoints })
    const { who } = await shop.newMember()
    const answer = await refusal(() => lists().join(who, listId))
    expect(answer).toMatchObject({ code: 'LIST_POINT' })
    const joined = await lists().join(who, listId, { pickupPointId: 'p2' })
    expect(joined.answer).toMatchObject({ ok: true })
  })
})
