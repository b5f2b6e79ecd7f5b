import { accept, refuse } from '../refusal'
import { countsOf, moreOf, orderedOf, pointOf, priceFor } from './entry-order'
import type { ListItem, PickupPoint } from './list'

const item: ListItem = {
  ...{ itemId: 'i1', name: '苹果', spec: null, priceFen: 500, memberPriceFen: 400 },
  ...{ stockCount: null, limitCount: 3, unit: 'piece', category: null },
}
const byWeight: ListItem = { ...item, itemId: 'i2', unit: 'jin', limitCount: 1_000 }
const items = [item, byWeight]
const line = (itemId: string, quantity: number) => ({ itemId, quantity, ifShort: 'less' as const })

it('an order is told in pieces and grams', () => {
  const ordered = orderedOf(items, [line('i1', 2), { ...line('i2', 1.5), ifShort: 'drop' }])
  expect(ordered).toEqual(
    accept([
      { itemId: 'i1', count: 2, ifShort: 'less' },
      { itemId: 'i2', count: 750, ifShort: 'drop' },
    ]),
  )
})

it.each([
  [[line('i3', 1)], refuse('LIST_ITEM_UNKNOWN', { itemId: 'i3' })],
  [[line('i1', 1), line('i1', 1)], refuse('LIST_LINE_TWICE', { itemId: 'i1' })],
  [[line('i1', 0.5)], refuse('LIST_QUANTITY', { itemId: 'i1' })],
  [[line('i1', 0)], refuse('LIST_QUANTITY', { itemId: 'i1' })],
  [[line('i1', 4)], refuse('LIST_LIMIT', { itemId: 'i1', limitPerMember: 3 })],
  [[line('i2', 2.5)], refuse('LIST_LIMIT', { itemId: 'i2', limitPerMember: 2 })],
])('%j is no order', (lines, refused) => {
  expect(orderedOf(items, lines)).toEqual(refused)
})

it('the only point need not be named, and of several one must be', () => {
  const one: PickupPoint = { pickupPointId: 'p1', name: '东门', storeId: null, hours: '' }
  const other = { ...one, pickupPointId: 'p2' }
  expect(pointOf({ pickupPoints: [one] }, undefined)).toEqual(accept(one))
  expect(pointOf({ pickupPoints: [one] }, 'p2')).toEqual(refuse('LIST_POINT'))
  expect(pointOf({ pickupPoints: [one, other] }, undefined)).toEqual(refuse('LIST_POINT'))
  expect(pointOf({ pickupPoints: [one, other] }, 'p2')).toEqual(accept(other))
})

it('members pay their own price where there is one', () => {
  expect([priceFor(item, true), priceFor(item, false)]).toEqual([400, 500])
  expect(priceFor({ ...item, memberPriceFen: null }, true)).toBe(500)
})

it('what is wanted more or less than before', () => {
  const before = countsOf([
    { itemId: 'i1', count: 2 },
    { itemId: 'i2', count: 500 },
  ])
  const after = { i2: 750, i3: 1 }
  expect(moreOf(before, after)).toEqual({ i1: -2, i2: 250, i3: 1 })
  expect(moreOf(before, before)).toEqual({})
})
