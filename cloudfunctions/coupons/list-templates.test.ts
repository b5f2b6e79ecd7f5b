import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { save } = couponsOf(() => shop)

describe('the list of templates', () => {
  it('runs in pages, each template once', async () => {
    for (let made = 0; made < 22; made += 1) await save({ ...fiveOff, title: `券${made}` })
    const first = await shop.value('coupons.templates', { as: manager })
    expect(first.templates).toHaveLength(20)
    const cursor = first.nextCursor ?? ''
    const second = await shop.value('coupons.templates', { as: manager, input: { cursor } })
    expect(second.nextCursor).toBeNull()
    const ids = [...first.templates, ...second.templates].map(({ templateId }) => templateId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('welcome-5')
    expect((await shop.call('coupons.templates', { as: clerk })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
  })
})
