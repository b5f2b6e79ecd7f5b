import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { given, save } = couponsOf(() => shop)
const publish = async (templateId: string) => {
  const asked = { as: manager, requestId: shop.fresh('publish'), input: { templateId } }
  const { answer } = await shop.call('coupons.publishTemplate', asked)
  return answer.ok ? 'ok' : answer.code
}
const saved = async (title: string, templateId?: string) => {
  const named = templateId === undefined ? {} : { templateId }
  const { answer } = await save({ ...fiveOff, title, ...named })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.templateId
}
const heldOf = async (templateId: string) => {
  const { texts } = await shop.value('moderation.held', { as: manager })
  return texts.filter(({ subjectId }) => subjectId === templateId)
}
const decide = async (heldId = '', verdict: 'approve' | 'reject' = 'approve') => {
  const input = { heldId, verdict, reason: '请写明是什么券' }
  const asked = { as: manager, requestId: shop.fresh('decide'), input }
  const { answer } = await shop.callPatiently('moderation.decide', asked)
  return answer.ok ? answer.value.state : answer.code
}

describe('what shoppers read of a template', () => {
  it.each([
    ['title', { ...fiveOff, title: '转发3个群领5元券' }],
    ['thing', { title: '小蛋糕', kind: 'gift' as const, thing: '发朋友圈送的蛋糕', validDays: 7 }],
    ['limits.categories.0', { ...fiveOff, limits: { categories: ['邀请3人进群送的水果'] } }],
  ])('is refused as a rule that rewards sharing, by its field %s', async (field, template) => {
    const before = await shop.dump()
    const { answer } = await save(template)
    expect(answer).toMatchObject({ code: 'SHARE_RULE', detail: { field } })
    expect(await shop.dump()).toBe(before)
  })

  it('is refused when WeChat refuses it', async () => {
    const { answer } = await save({ ...fiveOff, title: '违规券' })
    expect(answer).toMatchObject({ code: 'TEXT_RISKY', detail: { field: 'title' } })
  })

  it.each(['待审的券', '检测故障的券'])(
    'waits for a person before %s is published',
    async (title) => {
      const templateId = await saved(title)
      const [held] = await heldOf(templateId)
      expect(held).toMatchObject({ kind: 'couponTemplate', text: title })
      expect(await publish(templateId)).toBe('TEXT_HELD')
      expect(await shop.find('coupon_templates', { _id: templateId })).toEqual([])
      expect(await decide(held?.heldId)).toBe('approved')
      expect(await publish(templateId)).toBe('ok')
    },
  )

  it('is not published once it is rejected, till it is written anew', async () => {
    const templateId = await saved('待审的券')
    expect(await decide((await heldOf(templateId))[0]?.heldId, 'reject')).toBe('rejected')
    expect(await publish(templateId)).toBe('TEXT_HELD')
    await saved('满30减5元券', templateId)
    expect(await publish(templateId)).toBe('ok')
  })

  it('is not approved by what was decided about an earlier draft', async () => {
    const templateId = await saved('待审的券')
    const [first] = await heldOf(templateId)
    await saved('另一张待审的券', templateId)
    expect(await decide(first?.heldId)).toBe('HELD_CHANGED')
    expect(await publish(templateId)).toBe('TEXT_HELD')
  })

  it('may not be why a batch is voided either', async () => {
    const { couponId } = await given(fiveOff)
    const [coupon] = await shop.find('coupons', { _id: couponId })
    const input = { batchId: String(coupon?.batchId), reason: '转发朋友圈另送一张' }
    const before = await shop.dump()
    const { answer } = await shop.call('coupons.voidBatch', { as: manager, input })
    expect(answer).toMatchObject({ code: 'SHARE_RULE', detail: { field: 'reason' } })
    expect(await shop.dump()).toBe(before)
  })
})
