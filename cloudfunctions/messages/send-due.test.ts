import { inboxOf } from '../../dev/harness/inbox-under-test'
import {
  acceptOnPhone,
  allow,
  messageTemplates,
  sentMessages,
  waitingMessage,
} from '../../dev/harness/permits-under-test'
import { postJson } from '../../dev/harness/post'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeAll(async () => {
  // Two keys for which the shop chose one template share their permits.
  const shared = { ...messageTemplates, expiry: messageTemplates.pickup }
  shop = await openShop({ store: 'memory', shop: { messageTemplates: shared } })
})
afterAll(() => shop.stop())

const tick = () => shop.fireTimer('messages')
const sentTo = async (who: string) =>
  (await sentMessages(shop)).filter(({ openid }) => openid === who)
const statesOf = async (memberId: string) =>
  (await shop.find('messages', { memberId })).map(({ delivery }) => delivery).sort()
const leftOf = async (who: string, key: string) => {
  const { permits } = await shop.value('messages.permits', { as: who })
  return permits.find(({ templateKey }) => templateKey === key)?.leftCount
}

type Kind = NonNullable<NonNullable<Parameters<typeof waitingMessage>[2]>['kind']>

/** Somebody who was told so often that a pick-up is over. */
async function toldOf(count: number) {
  const { who, memberId } = await shop.newMember()
  const tell = (kind: Kind = 'pickupExpired') => waitingMessage(shop, memberId, { kind })
  for (let nth = 0; nth < count; nth += 1) await tell()
  return { who, memberId, tell }
}

describe('a message that is due', () => {
  it('goes to WeChat by her permit, in its words, and is in the inbox', async () => {
    const { who, memberId } = await shop.newMember(100)
    await allow(shop, who, 'pickup')
    const rewardId = await shop.newReward({ pricePoints: 80 })
    const { redemptionId } = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.advanceClock(60 * DAY_MS)
    await shop.fireTimer('mall')
    await tick()
    await tick()
    expect(await sentTo(who)).toEqual([
      {
        ...{ openid: who, templateId: 'template-pickup', errCode: 0 },
        page: `mall/redemption/index?redemptionId=${redemptionId}`,
        data: {
          thing1: { value: '散养鸡蛋 10 枚' },
          phrase2: { value: '已过期' },
          thing3: { value: '80 积分已退回' },
        },
      },
    ])
    expect(await leftOf(who, 'pickup')).toBe(0)
    expect(await statesOf(memberId)).toEqual(['sent'])
    expect(await inboxOf(shop, who)).toHaveLength(1)
  })

  it('stays in the inbox alone without a permit, also when she gives one later', async () => {
    const { who, memberId, tell } = await toldOf(1)
    await tick()
    await allow(shop, who, 'pickup')
    await tick()
    expect(await sentTo(who)).toEqual([])
    expect(await statesOf(memberId)).toEqual(['noPermit'])
    expect(await inboxOf(shop, who)).toHaveLength(1)
    await tell()
    await tick()
    expect(await sentTo(who)).toHaveLength(1)
  })

  it('spends one permit each, and no more than there are', async () => {
    const { who, memberId } = await toldOf(3)
    await allow(shop, who, 'pickup', 'pickup')
    await Promise.all([tick(), tick()])
    await tick()
    expect(await sentTo(who)).toHaveLength(2)
    expect(await statesOf(memberId)).toEqual(['noPermit', 'sent', 'sent'])
  })

  it('is the last one that is tried once WeChat says that she allows none', async () => {
    const { who, memberId } = await toldOf(3)
    await acceptOnPhone(shop, who, 'pickup')
    const input = { answers: { pickup: 'accept' } }
    for (let nth = 0; nth < 5; nth += 1) {
      const requestId = shop.fresh('permit')
      await shop.value('messages.recordPermits', { as: who, requestId, input })
    }
    await tick()
    await tick()
    expect((await sentTo(who)).map(({ errCode }) => errCode)).toEqual([0, 43101])
    expect(await leftOf(who, 'pickup')).toBe(0)
    expect(await statesOf(memberId)).toEqual(['noPermit', 'refused', 'sent'])
  })

  it('keeps its permit where WeChat would not take its words', async () => {
    const declared = { templates: { 'template-drop': { keywords: ['thing9'] } } }
    await postJson(`${shop.origin}/openapi/declarations`, declared)
    const { who, memberId, tell } = await toldOf(0)
    await tell('dropOpened')
    await allow(shop, who, 'drop')
    await tick()
    expect((await sentTo(who)).map(({ errCode }) => errCode)).toEqual([47003])
    expect(await leftOf(who, 'drop')).toBe(1)
    expect(await statesOf(memberId)).toEqual(['failed'])
    const keywords = ['thing1', 'time2', 'thing3']
    await postJson(`${shop.origin}/openapi/declarations`, {
      templates: { 'template-drop': { keywords } },
    })
  })

  it('is chosen by its worth, where a shop has one template for several', async () => {
    const { who, memberId, tell } = await toldOf(0)
    await tell('pointsExpiring')
    await shop.advanceClock(60_000)
    await tell('pickupExpired')
    await acceptOnPhone(shop, who, 'pickup')
    await shop.value('messages.recordPermits', {
      as: who,
      input: { answers: { expiry: 'accept' } },
    })
    await tick()
    const found = await shop.find('messages', { memberId })
    expect(found.map(({ kind, delivery }) => `${kind} ${delivery}`).sort()).toEqual([
      ...['pickupExpired sent', 'pointsExpiring noPermit'],
    ])
  })
})

describe('at night', () => {
  it('what can wait waits to nine o’clock, a pick-up does not', async () => {
    await shop.setClock('2027-01-10T21:30:00+08:00')
    const { who, memberId, tell } = await toldOf(0)
    for (const kind of ['pickupExpired', 'dropOpened'] as const) await tell(kind)
    await allow(shop, who, 'pickup', 'drop')
    await tick()
    expect(await statesOf(memberId)).toEqual(['sent', 'waiting'])
    await shop.setClock('2027-01-11T08:59:00+08:00')
    expect((await tick()).body).toMatchObject({ value: { due: 0 } })
    await shop.setClock('2027-01-11T09:00:00+08:00')
    await tick()
    expect(await statesOf(memberId)).toEqual(['sent', 'sent'])
  })

  it('a drop that is over by then is told in the inbox alone', async () => {
    await shop.setClock('2027-01-12T22:00:00+08:00')
    const { who, memberId } = await toldOf(0)
    const isNewsUntilAt = shop.nowMs() + 3_600_000
    await waitingMessage(shop, memberId, { kind: 'dropOpened', isNewsUntilAt })
    await allow(shop, who, 'drop')
    await shop.setClock('2027-01-13T09:00:00+08:00')
    await tick()
    expect(await sentTo(who)).toEqual([])
    expect(await statesOf(memberId)).toEqual(['late'])
  })
})
