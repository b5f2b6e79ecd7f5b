import { bought, having } from '../../dev/harness/tier-steps'
import { benefitsOf, earnRuleFor, longestLead, shownTierOf, tierOf } from './member-tier'
import { newShop } from './shop'

const shop = {
  ...newShop,
  earnRule: { ...newShop.earnRule, tierPercents: { silver: 110, gold: 120, diamond: 150 } },
}
const world = { shop, todayOn: '2026-03-10' }
const gold = { tier: having(bought(500_000, '2026-03-10')) }
const plain = { tier: having(bought(99_999, '2026-03-10')) }

it('earns by her level, as of the day', () => {
  expect([tierOf(plain, world), tierOf(gold, world)]).toEqual([null, 'gold'])
  expect(earnRuleFor(gold, world).tierPercent).toBe(120)
  expect(earnRuleFor(plain, world)).toBe(shop.earnRule)
  expect(earnRuleFor(gold, { ...world, todayOn: '2027-05-01' }).tierPercent).toBe(110)
  expect(benefitsOf(gold, world)).toMatchObject({ tierId: 'gold', earnPercent: 120 })
})

it('is shown by its name, where the shop has levels', () => {
  expect(shownTierOf(plain, world)).toEqual({ tierId: 'plain', title: '普通会员' })
  const closed = { ...shop, tierRule: { ...shop.tierRule, method: 'off' as const } }
  expect(shownTierOf(gold, { ...world, shop: closed })).toBeNull()
  const leads = { silver: 0, gold: 5, diamond: 10 }
  expect(longestLead({ ...shop.tierRule, leadMinutes: leads })).toBe(10)
  expect(longestLead({ ...closed.tierRule, leadMinutes: leads })).toBe(0)
})
