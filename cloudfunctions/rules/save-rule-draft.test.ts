import { rulesOf } from '../../dev/harness/rules-under-test'
import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  await shop.appointManager('second-manager')
})
afterAll(() => shop.stop())

const { stateOf, figuresWith, draft } = rulesOf(() => shop)

describe('the draft of a rule', () => {
  it('is kept with who wrote it and when, and binds nobody', async () => {
    const { answer } = await draft('earn-by-spend', { fenPerPoint: 200 })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        version: 1,
        figures: { fenPerPoint: 100 },
        draft: { figures: { fenPerPoint: 200 }, savedByName: '店长' },
        revision: 1,
      },
    })
    const { who } = await shop.newMember(40)
    expect(await shop.balanceOf(who)).toBe(40)
    expect(await shop.find('rule_versions')).toEqual([])
  })

  it('is given up by writing the figures in force', async () => {
    await draft('point-value', { fenPerHundredPoints: 50 })
    await draft('point-value', { fenPerHundredPoints: 100 })
    expect(await stateOf('point-value')).toMatchObject({ draft: null, revision: 2 })
  })

  it('is one for two managers at once: the other is told that it has changed', async () => {
    const figures = await figuresWith('adjustment', { aloneCapPoints: 2_000 })
    const input = { ruleId: 'adjustment' as const, figures, seenRevision: 0 }
    const calls = await atOnce(2, (position) =>
      shop.callPatiently('rules.saveRuleDraft', {
        as: position === 0 ? manager : 'second-manager',
        requestId: `draft-${position}`,
        input,
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, RULE_CHANGED: 1 })
  })

  it('is saved once for 20 parallel calls of one request', async () => {
    const figures = await figuresWith('forgotten-receipt', { withinDays: 3 })
    const input = { ruleId: 'forgotten-receipt' as const, figures, seenRevision: 0 }
    const same = { as: manager, requestId: 'one-draft', input }
    await atOnce(20, () => shop.callPatiently('rules.saveRuleDraft', same))
    expect((await shop.call('rules.saveRuleDraft', same)).answer).toMatchObject({ ok: true })
    expect(await stateOf('forgotten-receipt')).toMatchObject({ revision: 1 })
    const other = { ...input, figures: { ...figures, withinDays: 5 } }
    const reused = await shop.call('rules.saveRuleDraft', { ...same, input: other })
    expect(reused.answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('refused leaves no trace: out of bounds with its field, not whole, by a clerk', async () => {
    const figures = await figuresWith('earn-by-spend', { validityMonths: 0 })
    const good = await figuresWith('earn-by-spend', {})
    const { fenPerPoint: _, ...partly } = good
    const ask = async (as: string, sent: typeof figures) => {
      const input = { ruleId: 'earn-by-spend' as const, figures: sent, seenRevision: 1 }
      return (await shop.call('rules.saveRuleDraft', { as, input })).answer
    }
    const before = await shop.dump()
    expect(await ask(manager, figures)).toMatchObject({
      code: 'RULE_INVALID',
      detail: { field: 'validityMonths', sentence: '有效期要在 1 个月 到 60 个月 之间' },
    })
    expect(await ask(manager, partly)).toMatchObject({
      code: 'INPUT_INVALID',
      detail: { field: 'figures' },
    })
    expect(await ask(clerk, good)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })
})
