import {
  allArrived,
  arrivalWish,
  arrivedOf,
  differenceText,
  type ItemArrival,
  missingInArrival,
  shortOf,
} from './arrival-form'

const berries: ItemArrival = {
  ...{ itemId: 'i1', name: '草莓', spec: null, unit: 'piece' },
  ...{ orderedQuantity: 25, arrivedQuantity: null },
}
const melon: ItemArrival = {
  ...{ ...berries, itemId: 'i2', name: '西瓜', unit: 'jin', orderedQuantity: 7.5 },
}
const items = [berries, melon]

describe('what arrived', () => {
  it('is what was ordered until something else is typed', () => {
    const form = allArrived(items)
    expect(form).toEqual({ i1: '25', i2: '7.5' })
    expect(missingInArrival(items, form)).toBeNull()
    expect(arrivalWish(items, { ...form, i1: '18' })).toEqual([
      { itemId: 'i1', arrivedCount: 18 },
      { itemId: 'i2', arrivedCount: 7.5 },
    ])
  })

  it('is counted in pieces, or jin in halves', () => {
    expect([arrivedOf('0', 'piece'), arrivedOf('1.5', 'piece')]).toEqual([0, null])
    expect([arrivedOf('1.5', 'jin'), arrivedOf('1.3', 'jin')]).toEqual([1.5, null])
    expect(arrivedOf(undefined, 'jin')).toBeNull()
  })

  it('says how many are missing, and that there cannot be more', () => {
    expect(differenceText(berries, 18)).toBe('少 7 份')
    expect(differenceText(melon, 6)).toBe('少 1.5 斤')
    expect(differenceText(berries, 25)).toBeNull()
    expect(differenceText(berries, null)).toBe('还没登记')
    expect(missingInArrival(items, { i1: '26' })).toBe('数量不对，请核对')
    expect(missingInArrival(items, {})).toBe('填上到了多少')
  })

  it('leaves what has not come yet for later', () => {
    expect(arrivalWish(items, { i1: '18', i2: '' })).toEqual([{ itemId: 'i1', arrivedCount: 18 }])
  })

  it('is typed once an item: a later visit is about the rest', () => {
    const rest = [{ ...berries, arrivedQuantity: 18 }, melon]
    const form = allArrived(rest)
    expect(form).toEqual({ i2: '7.5' })
    expect(missingInArrival(rest, form)).toBeNull()
    expect(arrivalWish(rest, { ...form, i1: '17' })).toEqual([{ itemId: 'i2', arrivedCount: 7.5 }])
    expect(missingInArrival([{ ...berries, arrivedQuantity: 18 }], {})).toBe('都登记过了')
  })

  it('tells who got less, by number', () => {
    const told = (entryNo: number, releasedCount: number) => ({
      ...{ entryId: `e${entryNo}`, entryNo, itemId: 'i1', gotCount: 1, releasedCount },
    })
    const allocations = [told(9, 1), told(2, 0), told(4, 2)]
    const reached = { permitCount: 0, inboxCount: 0 }
    expect(shortOf({ allocations, reached }).map(({ entryNo }) => entryNo)).toEqual([4, 9])
  })
})
