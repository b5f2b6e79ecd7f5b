import type { ListItem } from './list'
import { isReached, portionsIn, reachedCount } from './threshold'

const item = (itemId: string, unit: ListItem['unit']): ListItem => ({
  ...{ itemId, name: itemId, spec: null, priceFen: 100, memberPriceFen: null },
  ...{ stockCount: null, limitCount: null, unit, category: null },
})
const items = [item('i1', 'piece'), item('i2', 'jin')]

describe('the threshold', () => {
  it('counts pieces and jin over all items', () => {
    const ordered = { i1: 3, i2: 1250 }
    expect(reachedCount(items, ordered)).toBe(5.5)
    expect(reachedCount(items, {})).toBe(0)
    const portions = portionsIn(items, ordered)
    expect(isReached({ count: 5, below: 'release' }, portions)).toBe(true)
    expect(isReached({ count: 6, below: 'release' }, portions)).toBe(false)
    expect(isReached(null, 0)).toBe(true)
  })
})
