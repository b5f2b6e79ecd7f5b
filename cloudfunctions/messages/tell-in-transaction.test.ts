import { inboxOf } from '../../dev/harness/inbox-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Stored, Transaction } from '../runtime/database'
import { type Telling, tell } from './tell-in-transaction'

const telling: Telling = {
  memberId: 'her',
  source: 'offer-1',
  at: 1_000,
  kind: 'couponReturned',
  facts: { couponTitle: '满30减5元券' },
}

/** What transactions one after the other have put down. */
function openLedger() {
  const documents = new Map<string, Stored<object>>()
  const other = () => Promise.reject(new Error('telling does nothing but put'))
  const tx: Transaction = {
    ...{ get: other, insert: other, update: other },
    put: async (_collection, document) => {
      documents.set(document._id, document)
    },
  }
  return { tx, documents }
}

describe('telling', () => {
  it('puts down what happened, not its words, and nobody has read it', async () => {
    const { tx, documents } = openLedger()
    await tell(tx, telling)
    const [message] = documents.values()
    const { kind, facts, at, memberId } = telling
    expect(message).toMatchObject({ kind, facts, at, memberId, mergeId: null, readAt: null })
    expect(message?._id).toMatch(/^[0-9a-f]{32}$/)
    expect(message).not.toHaveProperty('source')
  })

  it('of the same again is one message, and unread again', async () => {
    const { tx, documents } = openLedger()
    await tell(tx, telling)
    const [first] = documents.values()
    if (!first) throw new Error('it was not told')
    await tx.put('messages', Object.assign({ ...first }, { readAt: 2_000 }))
    await tell(tx, { ...telling, at: 3_000 })
    expect([...documents.values()]).toEqual([{ ...first, at: 3_000 }])
  })

  it.each([{ source: 'offer-2' }, { memberId: 'another' }, { kind: 'couponOffered' as const }])(
    'of %j is another message',
    async (other) => {
      const { tx, documents } = openLedger()
      await tell(tx, telling)
      await tell(tx, { ...telling, ...other })
      expect(documents.size).toBe(2)
    },
  )
})

describe('what causes a message', () => {
  let shop: ShopUnderTest
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.stop())

  it('tells it once to a request sent ten times at once, and again', async () => {
    const { who } = await shop.newMember()
    const requestId = shop.fresh('request')
    const calls = await atOnce(10, () => shop.adjust(who, 30, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    await shop.adjust(who, 30, { requestId })
    expect(await inboxOf(shop, who)).toEqual(['店里为您增加了 30 积分：补记漏登的消费 · 未读'])
  })

  it('tells nothing when it is refused', async () => {
    const { who } = await shop.newMember(10)
    const { answer } = await shop.adjust(who, -30)
    expect(answer).toMatchObject({ code: 'POINTS_INSUFFICIENT' })
    expect(await inboxOf(shop, who)).toEqual([])
  })

  it('tells a member whose reward nobody fetched that her points are back, once', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward({ pricePoints: 80 })
    const { redemptionId } = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.advanceClock(60 * 86_400_000)
    await shop.fireTimer('mall')
    await shop.fireTimer('mall')
    const { messages } = await shop.value('messages.inbox', { as: who })
    expect(messages).toMatchObject([
      {
        title: '兑换已过期',
        text: '您兑换的“散养鸡蛋 10 枚”过了自提期限，80 积分已退回',
        link: { to: 'redemption', query: { redemptionId } },
      },
    ])
  })

  it('tells her of the coupon that a refund took back, not of the one that she used', async () => {
    const { who, memberId } = await shop.newMember()
    await shop.value('gifts.claimPack', { as: who })
    const [pack] = await shop.find('coupons', { memberId })
    const { purchaseId } = await shop.earn(who, 60)
    const source = { kind: 'purchase', id: purchaseId }
    const given = { ...pack, source }
    const uniqueOf = (_id: string) => ({ _id, couponCode: _id, claimKey: _id, requestKey: _id })
    await shop.local.engine.insert('coupons', [
      { ...given, ...uniqueOf('kept'), title: '满额赠券', state: 'issued' },
      { ...given, ...uniqueOf('used'), title: '用掉的赠券', state: 'used' },
    ])
    await shop.value('purchases.refund', { as: manager, input: { purchaseId } })
    const says = '您的“满额赠券”已作废：送券的那笔消费已退款 · 未读'
    expect(await inboxOf(shop, who)).toEqual([says])
  })

  it('tells nothing of what she cancelled herself', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward()
    const { redemptionId } = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.value('mall.cancelRedemption', { as: who, input: { redemptionId } })
    expect(await inboxOf(shop, who)).toEqual([])
  })
})
