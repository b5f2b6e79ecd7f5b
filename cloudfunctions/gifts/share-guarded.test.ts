import { giftFields, giftRulesOf, storedGiftRule } from '../../dev/harness/gifts-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const forbidden = '转发朋友圈领新人礼包'
const refusal = {
  ok: false,
  code: 'SHARE_RULE',
  detail: {
    field: 'title',
    clause: '《微信小程序平台运营规范》5.1.3：不能因为发朋友圈给好处',
    instead: '到店消费即可领取，不看朋友圈',
  },
}

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  await shop.local.engine.insert('gift_rules', [storedGiftRule('welcome', { version: 1 })])
})
afterAll(() => shop.stop())

const { save, publish } = giftRulesOf(() => shop)
const welcome = (title: string) => ({
  ...giftFields({ scene: 'welcome', title, gift: { points: 120 } }),
  ruleId: 'welcome',
})

/** As somebody writes it past the form, or a title of before the platform's rule. */
async function write(title: string, part: 'published' | 'draft' = 'published') {
  const update = { $set: { [`${part}.title`]: title } }
  await shop.local.engine.update('gift_rules', { filter: { _id: 'welcome' }, update, multi: false })
  // Ends the instances: the next ones read the rules anew.
  for (const [feature, action] of [
    ['gifts', 'claimPack'],
    ['members', 'home'],
  ] as const) {
    await shop.send(feature, { action, input: {} }, { as: manager, fault: 'kill-before-call:1' })
  }
}

describe('a gift whose title rewards sharing', () => {
  it('is neither saved nor published, and says which clause and what is lawful', async () => {
    expect((await save(welcome('新人有礼'))).answer).toMatchObject({ ok: true })
    await write(forbidden, 'draft')
    const before = await shop.dump()
    expect((await save(welcome(forbidden))).answer).toMatchObject(refusal)
    expect((await publish('welcome')).answer).toMatchObject(refusal)
    expect(await shop.dump()).toBe(before)
    const anniversary = { ...giftFields({ scene: 'anniversary' }), ruleId: 'anniversary' }
    expect((await save(anniversary)).answer).toMatchObject({ ok: true })
  })

  it('is neither offered nor given; who had it before is answered the same', async () => {
    await write('新人礼包')
    const [early, late] = [await shop.newMember(), await shop.newMember()]
    const first = await shop.call('gifts.claimPack', { as: early.who })
    expect(first.answer).toMatchObject({ ok: true })
    await write(forbidden)
    const before = await shop.dump()
    expect((await shop.value('members.home', { as: late.who })).pack.state).toBe('expired')
    expect((await shop.call('gifts.claimPack', { as: late.who })).answer).toMatchObject(refusal)
    expect((await shop.call('gifts.claimPack', { as: early.who })).answer).toEqual(first.answer)
    expect(await shop.dump()).toBe(before)
  })
})
