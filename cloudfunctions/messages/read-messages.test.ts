import { fillInbox, inboxOf } from '../../dev/harness/inbox-under-test'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const told = (points: number) => `店里为您增加了 ${points} 积分：补记漏登的消费`

/** Somebody who was told of these, the last one last. */
async function toldOf(...all: number[]) {
  const { who, memberId } = await shop.newMember()
  for (const points of all) {
    await shop.advanceClock(1_000)
    await shop.adjust(who, points)
  }
  const { messages } = await shop.value('messages.inbox', { as: who })
  const places = messages.map(({ messageId, at }) => ({ messageId, at })).reverse()
  const placeOf = (nth: number) => {
    const place = places[nth]
    if (!place) throw new Error(`she was told less than ${nth}`)
    return place
  }
  return { who, memberId, placeOf }
}

describe('reading', () => {
  it('marks the one message alone', async () => {
    const { who, placeOf } = await toldOf(10, 20, 30)
    const { messageId } = placeOf(1)
    const answer = await shop.value('messages.read', { as: who, input: { messageId } })
    expect(answer).toEqual({ unreadCount: 2 })
    expect(await inboxOf(shop, who)).toEqual([`${told(30)} · 未读`, told(20), `${told(10)} · 未读`])
  })

  it('marks all up to an instant, and nothing that came later', async () => {
    const { who, placeOf } = await toldOf(10, 20, 30)
    const { at: untilAt } = placeOf(1)
    const answer = await shop.value('messages.read', { as: who, input: { untilAt } })
    expect(answer).toEqual({ unreadCount: 1 })
    expect(await inboxOf(shop, who)).toEqual([`${told(30)} · 未读`, told(20), told(10)])
  })

  it('keeps the instant of the first time, whoever asks again', async () => {
    const { who, memberId, placeOf } = await toldOf(10)
    const { messageId, at: untilAt } = placeOf(0)
    await shop.value('messages.read', { as: who, input: { messageId } })
    const before = await shop.find('messages', { memberId })
    await shop.advanceClock(60_000)
    for (const input of [{ messageId }, { untilAt }, { messageId, untilAt }]) {
      const answer = await shop.value('messages.read', { as: who, input })
      expect(answer).toEqual({ unreadCount: 0 })
    }
    expect(await shop.find('messages', { memberId })).toEqual(before)
  })

  it('at ten places at once is one reading with one answer', async () => {
    const { who, placeOf } = await toldOf(10, 20)
    const { at: untilAt } = placeOf(0)
    const requestId = shop.fresh('request')
    const calls = await atOnce(10, () =>
      shop.call('messages.read', { as: who, requestId, input: { untilAt } }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(calls.reduce((sum, { docsWritten }) => sum + docsWritten, 0)).toBe(1)
    expect(await inboxOf(shop, who)).toEqual([`${told(20)} · 未读`, told(10)])
  })

  it('reads a full inbox to its end', async () => {
    const { who, memberId } = await shop.newMember()
    const untilAt = shop.nowMs()
    await fillInbox(shop, memberId, { count: 250, at: untilAt })
    const answer = await shop.value('messages.read', { as: who, input: { untilAt } })
    expect(answer).toEqual({ unreadCount: 0 })
    expect(await shop.find('messages', { memberId, readAt: null })).toEqual([])
  })

  it('does not know another member’s message, and leaves it unread', async () => {
    const { placeOf } = await toldOf(10)
    const { who } = await shop.newMember()
    const { messageId, at } = placeOf(0)
    const before = await shop.dump()
    for (const id of [messageId, 'never-told']) {
      const input = { messageId: id, untilAt: at }
      const { answer } = await shop.call('messages.read', { as: who, input })
      expect(answer).toMatchObject({ ok: false, code: 'MESSAGE_NOT_FOUND' })
    }
    await shop.value('messages.read', { as: who, input: { untilAt: at } })
    expect(await shop.dump()).toBe(before)
  })

  it('wants to know what was read', async () => {
    const { who } = await toldOf(10)
    const before = await shop.dump()
    const { answer } = await shop.call('messages.read', { as: who })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'messageId' } })
    expect(await shop.dump()).toBe(before)
  })

  it('costs three calls and a document; all of a page four, however many', async () => {
    const { who, memberId, placeOf } = await toldOf(10)
    const costs = async (input: { messageId: string } | { untilAt: number }) => {
      const called = await shop.call('messages.read', { as: who, input })
      return `${called.dbCalls} calls, ${called.docsWritten} written`
    }
    const { messageId } = placeOf(0)
    expect(await costs({ messageId })).toBe('3 calls, 1 written')
    expect(await costs({ messageId })).toBe('4 calls, 0 written')
    const untilAt = shop.nowMs()
    await fillInbox(shop, memberId, { count: 40, at: untilAt })
    expect(await costs({ untilAt })).toBe('4 calls, 40 written')
    expect(await costs({ untilAt })).toBe('3 calls, 0 written')
  })
})
