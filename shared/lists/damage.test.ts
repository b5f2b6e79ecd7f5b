import { DAMAGE_WINDOW_MS, type DamagedLine, damageFenOf } from './damage'
import { unitsOf } from './payable'

const unitOf = unitsOf([
  { itemId: 'i1', unit: 'piece' },
  { itemId: 'i2', unit: 'jin' },
])
const FETCHED_AT = 1_000_000
const fetched = (count: number, at = FETCHED_AT) => ({
  ...{ count, at, staffId: 's', staffName: '小东', isProxy: false },
})
const eggs: DamagedLine = {
  ...{ itemId: 'i1', count: 3, priceFen: 1_990, gotCount: 3, weighedGrams: null },
  ...{ collected: [fetched(2)], refundedFen: 0 },
}
const ask = (line: DamagedLine, count: number, now = FETCHED_AT) =>
  damageFenOf(line, { count, now }, unitOf)

describe('bad goods', () => {
  it('are worth their price, within a day', () => {
    expect(ask(eggs, 1)).toEqual({ ok: true, value: 1_990 })
    expect(ask(eggs, 2, FETCHED_AT + DAMAGE_WINDOW_MS - 1)).toEqual({ ok: true, value: 3_980 })
    expect(ask(eggs, 1, FETCHED_AT + DAMAGE_WINDOW_MS)).toMatchObject({ code: 'ENTRY_DAMAGE_LATE' })
  })

  it('are those that were fetched within the day, whatever was fetched before', () => {
    const later = { ...eggs, collected: [fetched(2), fetched(1, FETCHED_AT + 5_000)] }
    expect(ask(later, 3, FETCHED_AT + 5_000)).toEqual({ ok: true, value: 5_970 })
    expect(ask(later, 1, FETCHED_AT + DAMAGE_WINDOW_MS)).toEqual({ ok: true, value: 1_990 })
    expect(ask(later, 2, FETCHED_AT + DAMAGE_WINDOW_MS)).toMatchObject({
      ...{ code: 'ENTRY_LEFT', detail: { leftCount: 1 } },
    })
  })

  it('are refused before they were fetched, and for more than was', () => {
    expect(ask({ ...eggs, collected: [] }, 1)).toMatchObject({ code: 'ENTRY_NOT_COLLECTED' })
    expect(ask(eggs, 3)).toMatchObject({ code: 'ENTRY_LEFT', detail: { leftCount: 2 } })
  })

  it('by weight are worth their share of what the scales said', () => {
    const melon: DamagedLine = {
      ...{ itemId: 'i2', count: 2_500, priceFen: 300, gotCount: 2_500, weighedGrams: 2_400 },
      ...{ collected: [fetched(2_500)], refundedFen: 0 },
    }
    expect(ask(melon, 1_000)).toEqual({ ok: true, value: 576 })
    expect(ask(melon, 2_500)).toEqual({ ok: true, value: 1_440 })
    expect(ask({ ...melon, refundedFen: 1_000 }, 1_000)).toEqual({ ok: true, value: 440 })
  })
})
