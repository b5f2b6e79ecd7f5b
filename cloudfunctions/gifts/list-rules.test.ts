import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-10T00:30:00.000Z' })
})
afterAll(() => shop.stop())

const { save, put } = giftRulesOf(() => shop)
const rulesOfShop = async () => (await shop.value('gifts.rules', { as: manager })).rules

describe('rules of gifts', () => {
  it('are those of a new shop before anybody writes one', async () => {
    expect(await rulesOfShop()).toMatchObject([
      { ruleId: 'welcome', published: { version: 1 }, draft: null },
      { ruleId: 'anniversary', published: { version: 1 }, draft: null },
    ])
  })

  it('come in the order in which they were first written, a new shop’s first', async () => {
    const ids = []
    for (const title of ['先写的礼', '后写的礼']) {
      ids.push(await put(giftFields({ scene: 'memberDay', title })))
      await shop.advanceClock(1_000)
    }
    await put({ ...giftFields({ scene: 'memberDay', title: '先写的礼，改过' }), ruleId: ids[0] })
    const rules = await rulesOfShop()
    expect(rules.map(({ ruleId }) => ruleId)).toEqual(['welcome', 'anniversary', ...ids])
    expect(rules[2]?.published).toMatchObject({ title: '先写的礼，改过', version: 2 })
  })

  it('say what is in force beside what is being changed, and who changed it', async () => {
    const gift = { points: 120 }
    await save({ ...giftFields({ scene: 'welcome', title: '见面礼', gift }), ruleId: 'welcome' })
    expect((await rulesOfShop())[0]).toMatchObject({
      published: { title: '新人礼包', gift: { points: 100 }, version: 1 },
      draft: { title: '见面礼', gift, version: 2, savedByName: '店长' },
      sentence: '新人礼包，每位会员一次',
    })
  })

  it('tell what is left of each bound, the day’s anew each day', async () => {
    const left = async () => (await rulesOfShop())[0]?.left
    expect(await left()).toEqual({ totalCount: null, dayCount: null })
    const budget = { totalCount: 3, dayCount: 2 }
    await put({ ...giftFields({ scene: 'welcome', title: '限量礼', budget }), ruleId: 'welcome' })
    expect(await left()).toEqual({ totalCount: 3, dayCount: 2 })
    const { who } = await shop.newMember()
    await shop.value('gifts.claimPack', { as: who })
    expect(await left()).toEqual({ totalCount: 2, dayCount: 1 })
    await shop.setClock('2026-03-11T02:00:00.000Z')
    expect(await left()).toEqual({ totalCount: 2, dayCount: 2 })
  })
})
