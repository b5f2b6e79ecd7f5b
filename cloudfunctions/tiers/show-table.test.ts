import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  const { tierRule, earnRule } = newShop
  const tierPercents = { silver: 100, gold: 120, diamond: 150 }
  shop = await openShop({
    shop: {
      tierRule: { ...tierRule, contactFrom: 'diamond' },
      earnRule: { ...earnRule, tierPercents },
    },
  })
})
afterAll(() => shop.stop())

it('shows a visitor what each level takes and gives', async () => {
  const { tiers, isOpen } = await shop.value('tiers.table', { as: 'stranger' })
  expect(isOpen).toBe(true)
  expect(
    tiers.map(({ tierId, threshold, thresholdText }) => [tierId, threshold, thresholdText]),
  ).toEqual([
    ['plain', 0, '入会就是'],
    ['silver', 100_000, '实付满 ¥1,000'],
    ['gold', 500_000, '实付满 ¥5,000'],
    ['diamond', 1_000_000, '实付满 ¥10,000'],
  ])
  expect(tiers.map(({ benefits }) => benefits.map(({ title }) => title))).toEqual([
    [],
    [],
    ['积分 1.2 倍'],
    ['积分 1.5 倍', '专属客服'],
  ])
})

it('costs a visitor two calls', async () => {
  await shop.call('tiers.table', { as: 'stranger' })
  const { dbCalls, docsWritten } = await shop.call('tiers.table', { as: 'stranger' })
  expect(dbCalls).toBeLessThanOrEqual(2)
  expect(docsWritten).toBe(0)
})
