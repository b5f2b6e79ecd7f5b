import { listsOf } from '../../dev/harness/lists'
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
const of = (quantity: number, itemId = 'i1') => [{ itemId, quantity }]
const bookNow = (listId: string) => lists().bookOf(listId)
const HOUR_MS = 3_600_000
const ABANDONED_MS = 121_000

async function merge(fromWho: string, toWho: string): Promise<void> {
  const sides = { fromNumber: await shop.numberOf(fromWho), toNumber: await shop.numberOf(toWho) }
  const input = { ...sides, reason: '换了微信' }
  await shop.value('merging.merge', { as: 'manager-of-both', input })
}

async function messagesOf(who: string): Promise<string[]> {
  const { messages } = await shop.value('messages.inbox', { as: who })
  return messages.map(({ kind }) => kind)
}

describe('an entry is changed', () => {
  it('with its number, its history, and what it holds', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 5 }, {}] })
    const { who, entryId } = await lists().joined(listId, { lines: of(2) })
    const changed = await lists().change(who, { entryId, lines: [...of(4), ...of(1, 'i2')] })
    expect(changed.answer).toMatchObject({ ok: true, value: { entryNo: 1, payableFen: 2_500 } })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 1 }, ordered: { i1: 4, i2: 1 } })
    await lists().change(who, { entryId, lines: of(1, 'i2') })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 5 }, ordered: { i1: 0, i2: 1 } })
    expect(await lists().entryOf(entryId)).toMatchObject({
      step: 2,
      changes: [
        { what: 'change', lines: [{ itemId: 'i1', count: 2 }] },
        { what: 'change', lines: [{ count: 4 }, { count: 1 }] },
      ],
    })
  })

  it('by no more than there is, nor after the cut-off, nor by another', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 5 }] })
    const { who, entryId } = await lists().joined(listId, { lines: of(2) })
    const { who: other } = await shop.newMember()
    const refused = async (as: string, quantity: number) =>
      (await lists().change(as, { entryId, lines: of(quantity) })).answer
    const left = { itemId: 'i1', leftCount: 5 }
    expect(await refused(who, 6)).toMatchObject({ code: 'SOLD_OUT', detail: left })
    expect(await refused(other, 1)).toMatchObject({ code: 'ENTRY_FOREIGN' })
    await shop.advanceClock(25 * HOUR_MS)
    expect(await refused(who, 1)).toMatchObject({ code: 'LIST_CLOSED' })
    expect((await lists().cancel(who, entryId)).answer).toMatchObject({ code: 'LIST_CLOSED' })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 3 }, ordered: { i1: 2 } })
  })

  it('once for one request, 32 at once, and exactly when many change at once', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 9 }] })
    const { who, entryId } = await lists().joined(listId, { lines: of(1) })
    const same = await atOnce(32, () =>
      lists().change(who, { entryId, lines: of(3), requestId: 'once' }),
    )
    expect(tallyOf(same)).toEqual({ ok: 32 })
    expect(differentAnswers(same)).toBe(1)
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 6 }, todo: {} })
    const reused = await lists().change(who, { entryId, lines: of(4), requestId: 'once' })
    expect(reused.answer).toMatchObject({ code: 'REQUEST_REUSED' })
    await atOnce(6, (place) => lists().change(who, { entryId, lines: of(1 + place) }))
    const entry = Object(await lists().entryOf(entryId))
    const [{ count }] = entry.lines
    expect(entry).toMatchObject({ step: 7 })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 9 - count }, ordered: { i1: count } })
  })

  it('is struck through when it is cancelled, once, and its number stays', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 3 }] })
    const { who, entryId } = await lists().joined(listId, { lines: of(2) })
    const calls = await atOnce(8, () => lists().cancel(who, entryId, 'cancelled-once'))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 3 }, holders: {}, todo: {} })
    expect(await lists().entryOf(entryId)).toMatchObject({ state: 'cancelled', entryNo: 1 })
    expect((await lists().cancel(who, entryId)).answer).toMatchObject({ code: 'ENTRY_CLOSED' })
    expect((await lists().joined(listId)).entryNo).toBe(2)
  })

  it('by whoever looks after the list, and its member is told', async () => {
    const { listId, owner } = await lists().newList()
    const { who, entryId } = await lists().joined(listId)
    const other = await lists().newList()
    const input = { entryId, lines: of(3) }
    const foreign = await shop.call('lists.changeFor', { as: other.owner.who, input })
    expect(foreign.answer).toMatchObject({ code: 'LIST_FOREIGN' })
    await shop.value('lists.changeFor', { as: owner.who, input })
    await shop.value('lists.cancelFor', { as: owner.who, input: { entryId } })
    expect(await messagesOf(who)).toEqual(['entryCancelled', 'entryChanged'])
    expect(await lists().entryOf(entryId)).toMatchObject({ state: 'cancelled' })
  })
})

describe('the waiting list', () => {
  it('serves its first at once when she asks for no more than there is', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 1 }] })
    const first = await lists().joined(listId, { lines: of(2), ifSoldOut: 'fill' })
    const second = await lists().joined(listId, { lines: of(1), ifSoldOut: 'fill' })
    expect([first.state, second.state]).toEqual(['waiting', 'waiting'])
    const { answer } = await lists().change(first.who, { entryId: first.entryId, lines: of(1) })
    expect(answer).toMatchObject({ ok: true, value: { state: 'joined' } })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 0 }, waiting: { i1: 1 }, todo: {} })
  })

  it('gives what comes free to who waits, by number, each told', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 3 }] })
    const first = await lists().joined(listId, { lines: of(3) })
    const two = await lists().joined(listId, { lines: of(2), ifSoldOut: 'fill' })
    const one = await lists().joined(listId, { lines: of(1), ifSoldOut: 'fill' })
    const last = await lists().joined(listId, { lines: of(1), ifSoldOut: 'fill' })
    expect([two, one, last]).toMatchObject(Array(3).fill({ state: 'waiting' }))
    const { who } = await shop.newMember()
    expect((await lists().join(who, listId)).answer).toMatchObject({ code: 'SOLD_OUT' })
    // One comes free: it is kept for number 2, who wants two.
    await lists().change(first.who, { entryId: first.entryId, lines: of(2) })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 1 }, waiting: { i1: 3 } })
    expect((await lists().join(who, listId)).answer).toMatchObject({ code: 'SOLD_OUT' })
    await lists().cancel(first.who, first.entryId)
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 0 }, waiting: { i1: 1 }, todo: {} })
    const states = (await lists().entriesOf(listId)).map(({ entryNo, state }) => [entryNo, state])
    expect(states).toEqual([
      [1, 'cancelled'],
      [2, 'joined'],
      [3, 'joined'],
      [4, 'waiting'],
    ])
    expect(await messagesOf(two.who)).toEqual(['entryPlaced'])
    expect(await messagesOf(last.who)).toEqual([])
  })

  it('keeps nobody from goods of which there are enough', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 1 }, { stockCount: 9 }] })
    await lists().joined(listId)
    const both = [...of(1), ...of(2, 'i2')]
    const waits = await lists().joined(listId, { lines: both, ifSoldOut: 'fill' })
    expect(waits).toMatchObject({ state: 'waiting' })
    expect(await lists().joined(listId, { lines: of(4, 'i2') })).toMatchObject({ state: 'joined' })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 0, i2: 5 }, waiting: { i1: 1 } })
  })

  it('holds a place for two hours of the day, which she takes up or loses', async () => {
    const { listId } = await lists().newList({
      items: [{ stockCount: 1 }],
      cutOffAt: shop.nowMs() + 100 * HOUR_MS,
    })
    const first = await lists().joined(listId)
    const wish = { ifSoldOut: 'hold' as const }
    const [late, next] = [await lists().joined(listId, wish), await lists().joined(listId, wish)]
    await lists().cancel(first.who, first.entryId)
    const held = await lists().entryOf(late.entryId)
    expect(held).toMatchObject({ state: 'held', untilAt: expect.any(Number) })
    expect(await messagesOf(late.who)).toEqual(['entryHeld'])
    await shop.advanceClock(Number(held?.untilAt) - shop.nowMs() + 1)
    const input = { entryId: late.entryId }
    const tooLate = await shop.call('lists.takeUp', { as: late.who, input })
    expect(tooLate.answer).toMatchObject({ code: 'ENTRY_NOT_HELD' })
    await shop.fireTimer('lists')
    expect(await lists().entryOf(late.entryId)).toMatchObject({ state: 'lapsed' })
    expect(await messagesOf(late.who)).toEqual(['entryLapsed', 'entryHeld'])
    const taken = await shop.value('lists.takeUp', {
      as: next.who,
      input: { entryId: next.entryId },
    })
    expect(taken).toMatchObject({ state: 'joined', entryNo: 3 })
    const after = { left: { i1: 0 }, waiting: { i1: 0 }, ordered: { i1: 1 }, todo: {} }
    expect(await bookNow(listId)).toMatchObject(after)
  })

  it('who waits changes her choice and has it at once when it is there', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 2 }, { stockCount: 1 }] })
    await lists().joined(listId, { lines: of(1) })
    const waits = await lists().joined(listId, { lines: of(2), ifSoldOut: 'fill' })
    const behind = await lists().joined(listId, { lines: of(1), ifSoldOut: 'fill' })
    expect(behind.state).toBe('waiting')
    const changed = await lists().change(waits.who, { entryId: waits.entryId, lines: of(1, 'i2') })
    expect(changed.answer).toMatchObject({ value: { state: 'joined', entryNo: 2 } })
    // What she had waited for is free for who is next.
    expect(await lists().entryOf(behind.entryId)).toMatchObject({ state: 'joined' })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 0, i2: 0 }, waiting: { i1: 0 } })
  })
})

describe('memberships that are merged', () => {
  it('have one entry each list between them, which the one that stays may change', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 5 }] })
    const from = await lists().joined(listId)
    const to = await shop.newMember()
    await merge(from.who, to.who)
    expect((await lists().join(to.who, listId)).answer).toMatchObject({ code: 'LIST_JOINED' })
    const changed = await lists().change(to.who, { entryId: from.entryId, lines: of(2) })
    expect(changed.answer).toMatchObject({ ok: true })
    expect(await lists().entryOf(from.entryId)).toMatchObject({ memberId: to.memberId })
    expect((await lists().cancel(to.who, from.entryId)).answer).toMatchObject({ ok: true })
    expect(await bookNow(listId)).toMatchObject({ left: { i1: 5 }, holders: {} })
    expect((await lists().join(to.who, listId)).answer).toMatchObject({ ok: true })
  })
})

describe('what a crash left', () => {
  it('is carried out by the sweeper: the entry stands, and the queue moves up', async () => {
    const { listId } = await lists().newList({ items: [{ stockCount: 1 }] })
    const { who } = await shop.newMember()
    const event = (action: string, input: object) => ({
      action,
      requestId: `died-${action}`,
      input,
    })
    const died = { as: who, fault: 'kill-after-call:4' }
    await shop.send('lists', event('join', { listId, lines: of(1) }), died)
    const book = Object(await lists().bookOf(listId))
    expect([book.order.length, Object.keys(book.todo).length]).toEqual([1, 1])
    expect(await lists().entriesOf(listId)).toEqual([])
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('lists')
    const [entry] = await lists().entriesOf(listId)
    expect(entry).toMatchObject({ entryNo: 1, state: 'joined' })
    const waits = await lists().joined(listId, { ifSoldOut: 'fill' })
    // It dies right after the book has given the place back.
    for (let call = 1; (await lists().bookOf(listId))?.left; call += 1) {
      const input = { entryId: entry?._id }
      await shop.send('lists', event('cancel', input), {
        as: who,
        fault: `kill-after-call:${call}`,
      })
      if (Object.keys(Object(await lists().bookOf(listId)).todo).length > 0) break
    }
    expect(await lists().entryOf(waits.entryId)).toMatchObject({ state: 'waiting' })
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('lists')
    expect(await lists().entryOf(waits.entryId)).toMatchObject({ state: 'joined' })
    const after = Object(await lists().bookOf(listId))
    expect([after.todo, after.markedAt]).toEqual([{}, undefined])
  })
})
