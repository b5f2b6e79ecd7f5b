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
})
