import { fillInbox, inboxOf } from '../../dev/harness/inbox-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const listOf = (who: string, cursor?: string) =>
  shop.value('messages.inbox', { as: who, input: cursor === undefined ? {} : { cursor } })

describe('the inbox', () => {
  it('has the newest message first, with its words and where it leads', async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 30)
    await shop.advanceClock(1_000)
    await shop.adjust(who, -10)
    const list = await listOf(who)
    expect(list).toMatchObject({ unreadCount: 2, nextCursor: null })
    expect(list.messages).toMatchObject([
      {
        topic: 'points',
        title: '积分有调整',
        text: '店里扣除了您的 10 积分：补记漏登的消费',
        link: { to: 'points', query: {} },
        readAt: null,
      },
      { text: '店里为您增加了 30 积分：补记漏登的消费' },
    ])
  })

  it('comes page by page, each message once, also where all are of one instant', async () => {
    const { who, memberId } = await shop.newMember()
    const at = shop.nowMs()
    const ids = [
      ...(await fillInbox(shop, memberId, { count: 45, at })),
      ...(await fillInbox(shop, memberId, { count: 3, at: at - 1_000 })),
    ]
    const seen: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 3; page += 1) {
      const list = await listOf(who, cursor)
      seen.push(...list.messages.map(({ messageId }) => messageId))
      cursor = list.nextCursor ?? undefined
    }
    expect(cursor).toBeUndefined()
    expect(seen).toHaveLength(48)
    expect([...seen].sort()).toEqual([...ids].sort())
  })

  it('counts unread ones up to a hundred, on home as here', async () => {
    const { who, memberId } = await shop.newMember()
    expect((await shop.value('members.home', { as: who })).unreadCount).toBe(0)
    await fillInbox(shop, memberId, { count: 130, at: shop.nowMs() })
    expect((await listOf(who)).unreadCount).toBe(100)
    expect((await shop.value('members.home', { as: who })).unreadCount).toBe(100)
  })

  it('is hers alone, and a member’s', async () => {
    const { who } = await shop.newMember()
    await shop.adjust(who, 30)
    const other = await shop.newMember()
    expect(await inboxOf(shop, other.who)).toEqual([])
    const { answer } = await shop.call('messages.inbox', { as: shop.fresh('visitor') })
    expect(answer).toMatchObject({ ok: false, code: 'MEMBER_REQUIRED' })
  })

  it('costs three calls once its instance is warm, with or without a cursor', async () => {
    const { who, memberId } = await shop.newMember()
    await fillInbox(shop, memberId, { count: 30, at: shop.nowMs() })
    await listOf(who)
    const first = await shop.call('messages.inbox', { as: who })
    expect(`${first.dbCalls} calls, ${first.docsWritten} written`).toBe('3 calls, 0 written')
    const cursor = first.answer.ok ? (first.answer.value.nextCursor ?? '') : ''
    const next = await shop.call('messages.inbox', { as: who, input: { cursor } })
    expect(`${next.dbCalls} calls, ${next.docsWritten} written`).toBe('3 calls, 0 written')
  })
})

describe('two memberships that become one', () => {
  const reason = '换了手机号'

  it('have one inbox, and reading in it does not keep them together', async () => {
    const from = await shop.newMember()
    await shop.adjust(from.who, 30)
    const into = await shop.newMember()
    const numbers = {
      fromNumber: await shop.numberOf(from.who),
      toNumber: await shop.numberOf(into.who),
    }
    await shop.advanceClock(1_000)
    const merge = { as: manager, input: { ...numbers, reason } }
    const { mergeId } = await shop.value('merging.merge', merge)
    const told = '店里为您增加了 30 积分：补记漏登的消费'
    expect(await inboxOf(shop, into.who)).toEqual([`${told} · 未读`])
    const input = { untilAt: shop.nowMs() }
    await shop.advanceClock(1_000)
    await shop.value('messages.read', { as: into.who, input })
    await shop.value('merging.undo', { as: manager, input: { mergeId } })
    expect(await inboxOf(shop, into.who)).toEqual([])
    expect(await inboxOf(shop, from.who)).toEqual([told])
  })
})
