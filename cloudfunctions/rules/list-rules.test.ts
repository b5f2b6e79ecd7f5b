import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { ruleIds } from '../../shared/rules/rule-fields'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the rules of a shop', () => {
  it('are shown as the shop began with them, each without a draft', async () => {
    const { rules } = await shop.value('rules.rules', { as: manager })
    expect(rules.map(({ ruleId }) => ruleId)).toEqual([...ruleIds])
    for (const rule of rules) {
      expect(rule).toMatchObject({ version: 1, publishedAt: null, draft: null, revision: 0 })
    }
    expect(rules[0]?.figures).toMatchObject({ fenPerPoint: newShop.earnRule.fenPerPoint })
  })

  it('cost four calls, and are kept from a clerk', async () => {
    const { dbCalls, docsWritten } = await shop.call('rules.rules', { as: manager })
    expect(`${dbCalls} calls, ${docsWritten} written`).toBe('4 calls, 0 written')
    const { answer } = await shop.call('rules.rules', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
