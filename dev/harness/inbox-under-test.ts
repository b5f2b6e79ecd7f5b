import type { ShopUnderTest } from './shop-under-test'

/** What somebody sees of her inbox: what each message says, and whether she has read it. */
export async function inboxOf(shop: ShopUnderTest, who: string): Promise<string[]> {
  const { messages } = await shop.value('messages.inbox', { as: who })
  return messages.map(({ text, readAt }) => `${text}${readAt === null ? ' · 未读' : ''}`)
}

/** Puts so many unread messages into an inbox, all of one instant; answers their ids. */
export async function fillInbox(
  shop: ShopUnderTest,
  memberId: string,
  { count, at }: { count: number; at: number },
): Promise<string[]> {
  const ids = Array.from({ length: count }, (_none, place) =>
    `${memberId.slice(0, 24)}${String(at + place).slice(-8)}`.padEnd(32, '0'),
  )
  const documents = ids.map((_id, place) => {
    const facts = { couponTitle: `第${place + 1}张券`, reason: '活动取消' }
    return { _id, memberId, mergeId: null, kind: 'couponVoided', facts, at, readAt: null }
  })
  await shop.local.engine.insert('messages', documents)
  return ids
}
