import { fiveOff } from '../../dev/harness/coupons-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the template of a plan', () => {
  it('may have been published a moment ago, by an instance that planned before', async () => {
    const { newBoundCommunity, planFor } = dropsOf(shop)
    const { owner, communityId } = await newBoundCommunity()
    const schedule = async (part = {}) => {
      const input = planFor([communityId], part)
      return shop.value('drops.schedule', { as: owner, requestId: shop.fresh('drop'), input })
    }
    await schedule()
    const templateId = await templatesOf(() => shop).publish(fiveOff)
    const { dropId } = await schedule({ templateId })
    const [drop] = await shop.find('drops', { _id: dropId })
    expect(drop).toMatchObject({ template: { templateId, title: fiveOff.title } })
  })

  it('must last as long as the drop does', async () => {
    const { newBoundCommunity, planFor } = dropsOf(shop)
    const { owner, communityId } = await newBoundCommunity()
    const dated = (validUntilOn: string) =>
      templatesOf(() => shop).publish({
        ...{ title: '三月券', kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 },
        ...{ validFromOn: '2026-03-01', validUntilOn },
      })
    const codeOf = async (templateId: string, part = {}) => {
      const input = planFor([communityId], { templateId, ...part })
      const asked = { as: owner, requestId: shop.fresh('drop'), input }
      const { answer } = await shop.call('drops.schedule', asked)
      return answer.ok ? 'ok' : `${answer.code} ${answer.detail?.field}`
    }
    expect(await codeOf(await dated('2026-03-09'))).toBe('COUPON_EXPIRED templateId')
    const today = await dated('2026-03-10')
    expect(await codeOf(today)).toBe('ok')
    const { opensAt } = planFor([communityId])
    const tomorrow = { closesAt: opensAt + 86_400_000 }
    expect(await codeOf(today, tomorrow)).toBe('COUPON_EXPIRED templateId')
  })
})
