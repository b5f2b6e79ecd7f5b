import { rulesOf } from '../../dev/harness/rules-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { figuresWith } = rulesOf(() => shop)

describe('the preview of a rule', () => {
  it('shows three sample purchases before and after, and writes nothing', async () => {
    const ruleId = 'earn-by-spend' as const
    const doubled = { fenPerPoint: 200, memberDays: [18], memberDayPercent: 200 }
    const input = { ruleId, figures: await figuresWith(ruleId, doubled) }
    const before = await shop.dump()
    const { differences, samples } = await shop.value('rules.previewRule', { as: manager, input })
    expect(await shop.dump()).toBe(before)
    expect(differences.map(({ name }) => name)).toEqual([
      'fenPerPoint',
      'memberDays',
      'memberDayPercent',
    ])
    expect(samples.map((each) => [each.before.earnPoints, each.after.earnPoints])).toEqual([
      [18, 9],
      [90, 45],
      [1_288, 1_288],
    ])
    expect(samples[2]).toMatchObject({ on: '2026-03-18', isMemberDay: true })
  })

  it('earns in a sample what the till books for the same bill', async () => {
    const input = { ruleId: 'adjustment' as const, figures: await figuresWith('adjustment', {}) }
    const { samples } = await shop.value('rules.previewRule', { as: manager, input })
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    const sold = await shop.value('purchases.settle', {
      as: clerk,
      input: { memberCode, billFen: samples[0]?.billFen ?? 0 },
    })
    expect(sold.earnedPoints).toBe(samples[0]?.before.earnPoints)
  })

  it('is refused with the field for figures that will not do', async () => {
    const ruleId = 'pay-with-points' as const
    const figures = await figuresWith(ruleId, { minSharePercent: 60, maxSharePercent: 50 })
    const { answer } = await shop.call('rules.previewRule', {
      as: manager,
      input: { ruleId, figures },
    })
    expect(answer).toMatchObject({ code: 'RULE_INVALID', detail: { field: 'minSharePercent' } })
  })
})
