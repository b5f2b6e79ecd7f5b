import { dropsOf } from '../../dev/harness/drops-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import { allow, messageTemplates, sentMessages } from '../../dev/harness/permits-under-test'
import { atOnce, openShop, type ShopUnderTest, tallyOf } from '../../dev/harness/shop-under-test'

const MINUTE_MS = 60_000

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ store: 'memory', shop: { messageTemplates } })
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
const tick = () => shop.fireTimer('drops')
const remind = (who: string, dropId: string) =>
  shop.call('drops.remindMe', { as: who, requestId: shop.fresh('remind'), input: { dropId } })
const until = async (at: number) => shop.advanceClock(at - shop.nowMs())

describe('whoever wishes to be told before a drop opens', () => {
  it('is told ten minutes ahead, once, and by WeChat where she allows it', async () => {
    const { dropId, opensAt } = await drops().newDrop()
    const { who } = await shop.newMember()
    const other = await shop.newMember()
    await allow(shop, who, 'drop')
    const wishes = await atOnce(4, () => remind(who, dropId))
    expect(tallyOf(wishes)).toEqual({ ok: 4 })
    expect(await shop.value('drops.show', { as: who, input: { dropId } })).toMatchObject({
      isReminded: true,
    })
    await until(opensAt - 11 * MINUTE_MS)
    await tick()
    expect(await inboxOf(shop, who)).toEqual([])
    await until(opensAt - 10 * MINUTE_MS)
    await Promise.all([tick(), tick()])
    await tick()
    const [message] = await inboxOf(shop, who)
    expect(message).toMatch(/^“周五晚八点咖啡券”.+ 开抢，从群里的卡片进入就能领 · 未读$/)
    expect(await inboxOf(shop, who)).toHaveLength(1)
    expect(await inboxOf(shop, other.who)).toEqual([])
    await shop.fireTimer('messages')
    const sent = (await sentMessages(shop)).filter(({ openid }) => openid === who)
    expect(sent).toMatchObject([{ errCode: 0, page: `drops/drop/index?dropId=${dropId}` }])
  })

  it('is told also when she wished it late, and nobody of one that was cancelled', async () => {
    const drop = await drops().newDrop()
    const cancelled = await drops().newDrop()
    const [late, other] = [await shop.newMember(), await shop.newMember()]
    await until(drop.opensAt - 5 * MINUTE_MS)
    await tick()
    await remind(late.who, drop.dropId)
    await remind(other.who, cancelled.dropId)
    await shop.value('drops.cancel', { as: cancelled.owner, input: { dropId: cancelled.dropId } })
    await tick()
    expect(await inboxOf(shop, late.who)).toHaveLength(1)
    expect(await inboxOf(shop, other.who)).toEqual([])
    await until(drop.opensAt)
    await tick()
    const before = await shop.dump()
    expect((await tick()).body).toMatchObject({ value: { due: 0 } })
    expect(await shop.dump()).toBe(before)
  })

  it('has nothing to wait for once it is open, and hears that it is over', async () => {
    const { dropId, closesAt } = await drops().newOpenDrop()
    const { who } = await shop.newMember()
    const { answer } = await remind(who, dropId)
    expect(answer).toMatchObject({ ok: true, value: { isReminded: false } })
    await until(closesAt)
    expect((await remind(who, dropId)).answer).toMatchObject({ code: 'DROP_CLOSED' })
    expect((await remind(who, 'no-drop')).answer).toMatchObject({ code: 'DROP_NOT_FOUND' })
    expect(await shop.find('drop_reminders', { dropId })).toEqual([])
  })
})
