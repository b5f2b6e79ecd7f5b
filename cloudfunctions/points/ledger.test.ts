import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Entry } from './repository'
import { hashOf } from './seal'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the books when a clock goes back', () => {
  it('expire a second lot of a date that had expired before', async () => {
    // Two instances around midnight, or a clock that was set back, book into a day already over.
    const { who } = await shop.newMember(40)
    await shop.setClock('2027-04-01T02:00:00.000Z')
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(0)
    await shop.setClock('2026-03-20T02:00:00.000Z')
    await shop.earn(who, 30)
    await shop.setClock('2027-04-01T02:05:00.000Z')
    await shop.earn(who, 7)
    expect(await shop.balanceOf(who)).toBe(7)
    expect((await shop.books()).balanced).toBe(true)
  })
})

describe('the seal of an entry', () => {
  it('holds a fact that older entries lack, and leaves those as they were', async () => {
    const { memberId } = await shop.newMember(5)
    const [entry] = (await shop.find('points_entries', { memberId })) as unknown as Entry[]
    if (!entry) throw new Error('no entry')
    const withFact = (excludedFen: number | null) => ({ ...entry.facts, excludedFen })
    expect(hashOf({ ...entry, facts: withFact(null) })).toBe(entry.hash)
    expect(hashOf({ ...entry, facts: withFact(1) })).not.toBe(entry.hash)
    expect(hashOf({ ...entry, facts: withFact(2) })).not.toBe(
      hashOf({ ...entry, facts: withFact(1) }),
    )
  })
})
