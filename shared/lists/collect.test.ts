import fc from 'fast-check'
import {
  type CollectableLine,
  collect,
  collectedCountOf,
  isAllCollected,
  leftCountOf,
  pickupUntilOnOf,
} from './collect'
import { unitsOf } from './payable'

const unitOf = unitsOf([
  { itemId: 'i1', unit: 'piece' },
  { itemId: 'i2', unit: 'jin' },
])
const line: CollectableLine = {
  ...{ itemId: 'i1', count: 3, priceFen: 100, gotCount: 2, weighedGrams: null, collected: [] },
}
const part = (count: number) => ({
  ...{ count, at: 1_000, staffId: 's', staffName: '小东', isProxy: false },
})

describe('fetching a line', () => {
  it('in parts, until nothing is left of what it got', () => {
    const first = collect(line, part(1), unitOf)
    if (!first.ok) throw new Error(first.code)
    expect(leftCountOf(first.value)).toBe(1)
    const second = collect(first.value, part(1), unitOf)
    if (!second.ok) throw new Error(second.code)
    expect(isAllCollected([second.value])).toBe(true)
    expect(collect(second.value, part(1), unitOf)).toMatchObject({
      ...{ code: 'ENTRY_COLLECTED', detail: { collectedAt: 1_000, staffName: '小东' } },
    })
  })

  it('refuses more than is left, goods that are not here, and goods that nobody weighed', () => {
    expect(collect(line, part(3), unitOf)).toMatchObject({ detail: { leftCount: 2 } })
    expect(collect(line, part(3), unitOf)).toMatchObject({ code: 'ENTRY_LEFT' })
    expect(collect({ ...line, gotCount: 0 }, part(1), unitOf)).toMatchObject({ code: 'ENTRY_LEFT' })
    expect(collect({ ...line, gotCount: null }, part(1), unitOf)).toMatchObject({
      code: 'LIST_NOT_ARRIVED',
    })
    const melon = { ...line, itemId: 'i2', gotCount: 500 }
    expect(collect(melon, part(500), unitOf)).toMatchObject({ code: 'LIST_UNWEIGHED' })
    expect(collect({ ...melon, weighedGrams: 512 }, part(500), unitOf)).toMatchObject({ ok: true })
  })

  it('never hands over more than it got, whatever is asked', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.integer({ min: 1, max: 9 })), (gotCount, asked) => {
        let after: CollectableLine = { ...line, gotCount }
        for (const count of asked) {
          const next = collect(after, part(count), unitOf)
          expect(next.ok).toBe(count <= leftCountOf(after))
          if (next.ok) after = next.value
        }
        expect(collectedCountOf(after) + leftCountOf(after)).toBe(gotCount)
        expect(leftCountOf(after)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('waits so many days', () => {
    expect(pickupUntilOnOf('2026-11-29', 3)).toBe('2026-12-02')
  })
})
