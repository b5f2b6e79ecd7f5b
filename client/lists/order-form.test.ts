import { listShown, myEntry } from '../../dev/harness/list-shown'
import {
  changeOf,
  emptyOrder,
  leftFor,
  linesOf,
  missingIn,
  mustQueue,
  orderOf,
  standing,
  stepOf,
  totalFen,
  wishOf,
} from './order-form'

const list = listShown()
const [berries, melon] = list.items
if (!berries || !melon) throw new Error('the list has two things')
const form = (quantities: Record<string, number>) => ({ ...emptyOrder(list), quantities })

describe('what she orders', () => {
  it('begins with one of the only thing, and nothing chosen among several', () => {
    expect(emptyOrder(list).quantities).toEqual({})
    expect(emptyOrder(listShown({ items: [berries] })).quantities).toEqual({ i1: 1 })
    expect(emptyOrder(list).pickupPointId).toBe('p1')
  })

  it('counts pieces by one and weighed goods by half a jin, at the members’ price', () => {
    expect([stepOf(berries), stepOf(melon)]).toEqual([1, 0.5])
    expect(totalFen(list.items, form({ i1: 2, i2: 1.5 }))).toBe(2 * 1_990 + 450)
  })

  it('sends what is more than nothing, with 少给也行 unless she said otherwise', () => {
    const chosen = { ...form({ i1: 2, i2: 0 }), ifShort: { i1: 'drop' } as const }
    expect(linesOf(chosen)).toEqual([{ itemId: 'i1', quantity: 2, ifShort: 'drop' }])
    expect(linesOf(form({ i2: 0.5 }))).toEqual([{ itemId: 'i2', quantity: 0.5, ifShort: 'less' }])
    expect(wishOf({ ...chosen, remark: ' 熟一点 ' }).remark).toBe('熟一点')
    expect(wishOf(chosen)).not.toHaveProperty('remark')
    expect(changeOf(chosen).remark).toBeNull()
    expect(changeOf({ ...chosen, remark: '熟一点' }).remark).toBe('熟一点')
  })

  it('asks how she queues when there is less, and lets her go on once she said', () => {
    expect(missingIn(form({}), list)).toBe('先选几份')
    expect(missingIn(form({ i1: 3 }), list)).toBeNull()
    expect(missingIn(form({ i1: 4 }), list)).toBe('选一种排队方式')
    expect(missingIn({ ...form({ i1: 4 }), ifSoldOut: 'fill' }, list)).toBeNull()
    expect(missingIn({ ...form({ i1: 1 }), pickupPointId: '' }, list)).toBe('选一个自提点')
  })

  it('lets nobody overtake the queue', () => {
    expect(mustQueue({ ...berries, waitingCount: 2 }, 1, null)).toBe(true)
    expect(mustQueue(melon, 100, null)).toBe(false)
  })

  it('counts what her entry holds already as hers', () => {
    const mine = myEntry()
    expect(leftFor(berries, mine)).toBe(4)
    expect(leftFor(berries, myEntry({ state: 'waiting' }))).toBe(3)
    expect(missingIn({ ...orderOf(mine), quantities: { i1: 4 } }, listShown({ mine }))).toBeNull()
    const more = { ...orderOf(mine), quantities: { i1: 5 } }
    expect(missingIn(more, listShown({ mine }))).toBe('余量不够，请减少一些')
  })

  it('lets who has a place keep it with the last one gone, and have no more than it', () => {
    const items = [{ ...berries, leftCount: 0, waitingCount: 2 }, melon]
    for (const state of ['joined', 'held'] as const) {
      const mine = myEntry({ state })
      const shown = listShown({ mine, items })
      expect(missingIn({ ...orderOf(mine), remark: '熟一点' }, shown)).toBeNull()
      const more = { ...orderOf(mine), quantities: { i1: 2 } }
      expect(missingIn(more, shown)).toBe('余量不够，请减少一些')
      const free = listShown({ mine, items: [{ ...berries, waitingCount: 1 }, melon] })
      expect(missingIn(more, free)).toBe('余量不够，请减少一些')
    }
  })

  it('lets who waits choose anew, and go on waiting', () => {
    const mine = myEntry({ state: 'waiting' })
    const shown = listShown({ mine, items: [{ ...berries, leftCount: 0, waitingCount: 1 }] })
    expect(missingIn({ ...orderOf(mine), quantities: { i1: 2 } }, shown)).toBeNull()
  })

  it('begins anew after a lapse, as if she had never been in', () => {
    const list = listShown({ mine: myEntry({ state: 'lapsed' }) })
    expect(standing(list)).toBeNull()
    expect(standing(listShown({ mine: myEntry({ state: 'waiting' }) }))).not.toBeNull()
    expect(missingIn(form({ i1: 4 }), list)).toBe('选一种排队方式')
  })
})
