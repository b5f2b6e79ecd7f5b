import { rulesOf } from '../../dev/harness/rules-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newScenes } from '../../shared/gifts/scene'

const [welcome, anniversary] = newScenes
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
  shop = await openShop({ shop: { giftScenes: [welcome, anniversary] } })
})
afterAll(() => shop.stop())

const { draft, publish, stateOf } = rulesOf(() => shop)

/** As somebody writes it past the form, or a title of before the platform's rule. */
async function write(title: string) {
  const update = { $set: { 'giftScenes.0.title': title } }
  await shop.local.engine.update('config', { filter: { _id: 'shop' }, update, multi: false })
  // Ends the instances: the next ones read the shop anew.
  for (const [feature, action] of [
    ['gifts', 'claimPack'],
    ['members', 'home'],
  ] as const) {
    await shop.send(feature, { action, input: {} }, { as: manager, fault: 'kill-before-call:1' })
  }
}

describe('a gift whose title rewards sharing', () => {
  it('is neither saved nor published, and says which clause and what is lawful', async () => {
    await draft('gift-welcome', { points: 120 })
    await write(forbidden)
    const before = await shop.dump()
    expect((await draft('gift-welcome', { points: 130 })).answer).toMatchObject(refusal)
    expect((await publish('gift-welcome')).answer).toMatchObject(refusal)
    expect(await shop.dump()).toBe(before)
    expect((await draft('gift-anniversary', { points: 60 })).answer).toMatchObject({ ok: true })
  })

  it('lets its draft be given up', async () => {
    expect((await draft('gift-welcome', {})).answer).toMatchObject({ ok: true })
    expect(await stateOf('gift-welcome')).toMatchObject({ draft: null })
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
