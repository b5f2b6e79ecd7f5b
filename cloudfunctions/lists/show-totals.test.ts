import type { ListItem } from '../../shared/lists/list'
import type { OrderedSum } from './entry-sums'
import { totalsOf } from './show-totals'

const item = (itemId: string, part: Partial<ListItem> = {}): ListItem => ({
  ...{ itemId, name: itemId, spec: null, priceFen: 500, memberPriceFen: null, stockCount: null },
  ...{ limitCount: null, unit: 'piece', category: null, ...part },
})
const point = (pickupPointId: string) => ({ pickupPointId, name: '', storeId: null, hours: '' })
const line = (part: Partial<OrderedSum>): OrderedSum => ({
  ...{ itemId: 'i1', count: 1, priceFen: 500, gotCount: null, weighedGrams: null },
  ...{ pickupPointId: 'p1', lineCount: 1, ...part },
})
const list = {
  items: [item('i1'), item('i2', { unit: 'jin' }), item('i3')],
  pickupPoints: [point('p1'), point('p2')],
}

it('adds up alike lines, each rounded by itself, by item and by point', () => {
  const sums = [
    line({ count: 2, lineCount: 3 }),
    line({ count: 1, lineCount: 2, priceFen: 400, pickupPointId: 'p2' }),
    line({ itemId: 'i2', count: 250, priceFen: 599, lineCount: 2 }),
  ]
  expect(totalsOf(list, sums)).toMatchObject({
    items: [
      { itemId: 'i1', quantity: 8, amountFen: 3_800 },
      { itemId: 'i2', quantity: 1, amountFen: 600 },
    ],
    points: [
      {
        items: [
          { itemId: 'i1', quantity: 6 },
          { itemId: 'i2', quantity: 1 },
        ],
      },
      { items: [{ itemId: 'i1', quantity: 2, amountFen: 800 }] },
    ],
    amountFen: 4_400,
  })
})

it('tells what arrived and what it weighed, once that is known', () => {
  const sums = [
    line({ count: 3, gotCount: 1 }),
    line({ count: 2, gotCount: 0 }),
    line({ itemId: 'i2', count: 500, gotCount: 500, weighedGrams: 620, priceFen: 600 }),
  ]
  expect(totalsOf(list, sums).items).toMatchObject([
    { itemId: 'i1', quantity: 1, amountFen: 500 },
    { itemId: 'i2', quantity: 1, amountFen: 744 },
  ])
})

it('of nothing is nothing', () => {
  expect(totalsOf(list, [])).toMatchObject({ items: [], points: [{ items: [] }, { items: [] }] })
})
