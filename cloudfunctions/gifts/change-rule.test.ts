import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-10T00:30:00.000Z' })
})
afterAll(() => shop.stop())

const { save, publish, put } = giftRulesOf(() => shop)
const rulesOfShop = async () => (await shop.value('gifts.rules', { as: manager })).rules

describe('rules of gifts', () => {
  it('are drafted, and in force once published, by three documents', async () => {
    const fields = giftFields({ scene: 'holiday', title: '中秋礼', when: { holiday: 'zhongqiu' } })
    const saved = await save(fields)
    expect(saved.answer).toMatchObject({ ok: true, value: { version: 1 } })
    const ruleId = saved.answer.ok ? saved.answer.value.ruleId : ''
    const row = async () => (await rulesOfShop()).find((rule) => rule.ruleId === ruleId)
    const sentence = '中秋礼，每位会员每年一次'
    expect(await row()).toMatchObject({ published: null, draft: { version: 1 }, sentence })
    const published = await publish(ruleId)
    expect(published.answer).toMatchObject({ ok: true, value: { ruleId, version: 1 } })
    expect(published.docsWritten).toBe(3)
    expect(await row()).toMatchObject({ published: { version: 1 }, draft: null })
    expect((await publish(ruleId)).answer).toMatchObject({ code: 'RULE_UNCHANGED' })
    expect((await save({ ...fields, ruleId })).answer).toMatchObject({ value: { version: 2 } })
    expect((await publish(ruleId)).answer).toMatchObject({ code: 'RULE_UNCHANGED' })
  })

  it('are one rule however often the request that writes one is sent', async () => {
    const before = (await shop.find('gift_rules')).length
    const requestId = shop.fresh('once')
    const fields = giftFields({ scene: 'memberDay', title: '会员日礼' })
    const calls = await atOnce(4, () => save(fields, requestId))
    await save(fields, requestId)
    expect(calls.some(({ answer }) => answer.ok)).toBe(true)
    expect(await shop.find('gift_rules')).toHaveLength(before + 1)
  })

  it('keep every version, and since when they give without a break', async () => {
    const body = giftFields({ scene: 'birthday', title: '生日礼' })
    const ruleId = await put(body)
    const since = async () => (await shop.find('gift_rules', { _id: ruleId }))[0]?.sinceOn
    expect(await since()).toBe('2026-03-10')
    await shop.setClock('2026-03-11T02:00:00.000Z')
    await put({ ...body, ruleId, title: '生日大礼' })
    expect(await since()).toBe('2026-03-10')
    await put({ ...body, ruleId, isOn: false })
    expect(await since()).toBeNull()
    await put({ ...body, ruleId })
    expect(await since()).toBe('2026-03-11')
    const versions = await shop.find('gift_rule_versions', { ruleId })
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4])
    expect(versions.find(({ version }) => version === 2)).toMatchObject({
      body: { title: '生日大礼' },
      publishedByName: '店长',
    })
  })

  it.each([
    [
      'budget.totalCount',
      'INPUT_INVALID',
      () => save(giftFields({ scene: 'birthday', budget: { totalCount: -1 } })),
    ],
    ['when.purchaseNo', 'INPUT_INVALID', () => save(giftFields({ scene: 'repurchase' }))],
    ['when.holiday', 'INPUT_INVALID', () => save(giftFields({ scene: 'holiday' }))],
    ['gift', 'INPUT_INVALID', () => save(giftFields({ scene: 'birthday', gift: {} }))],
    [
      'title',
      'SHARE_RULE',
      () => save(giftFields({ scene: 'birthday', title: '转发朋友圈领生日礼' })),
    ],
    [
      'gift.couponTemplateIds.0',
      'TEMPLATE_NOT_FOUND',
      () => save(giftFields({ scene: 'birthday', gift: { couponTemplateIds: ['none'] } })),
    ],
    [
      'scene',
      'INPUT_INVALID',
      () => save({ ...giftFields({ scene: 'birthday' }), ruleId: 'welcome' }),
    ],
    [
      'ruleId',
      'GIFT_RULE_NOT_FOUND',
      () => save({ ...giftFields({ scene: 'birthday' }), ruleId: 'none' }),
    ],
  ])('are refused by name: %s, %s', async (field, code, ask) => {
    const before = await shop.dump()
    expect((await ask()).answer).toMatchObject({ ok: false, code, detail: { field } })
    expect(await shop.dump()).toBe(before)
  })
})
