import fc from 'fast-check'
import { MAX_REWARD_STOCK } from '../limits'
import { accept, refuse } from '../refusal'
import {
  admitOffer,
  changedStock,
  changesBetween,
  factNames,
  isStoredPicture,
  type RewardFacts,
} from './reward'

const eggs: RewardFacts = {
  ...{ title: '鲜鸡蛋', description: '每周二到货', picture: 'cloud://a/eggs.png', kind: 'goods' },
  ...{ pricePoints: 60, cashFen: 0, worthFen: 260, limitPerMember: 10, limitPerDay: null },
  ...{ tierFrom: null, saleFromOn: null, saleUntilOn: null, sortOrder: 1, isOnShelf: true },
  ...{ leftCount: 20, totalCount: 30 },
}

describe('an offer', () => {
  it.each([
    ['without dates', {}],
    ['of one day', { saleFromOn: '2026-03-10', saleUntilOn: '2026-03-10' }],
    ['from a date on', { saleFromOn: '2026-03-10' }],
    ['until a date', { saleUntilOn: '2026-03-10' }],
    ['of all her share on one day', { limitPerDay: 10 }],
  ])('%s will do', (_name, part) => {
    expect(admitOffer({ ...eggs, ...part })).toEqual(accept(null))
  })

  it.each([
    ['saleUntilOn', { saleFromOn: '2026-03-10', saleUntilOn: '2026-03-09' }],
    ['limitPerDay', { limitPerDay: 11 }],
  ])('is refused by its field: %s', (field, part) => {
    expect(admitOffer({ ...eggs, ...part })).toEqual(refuse('INPUT_INVALID', { field }))
  })
})

describe('a change of the stock', () => {
  it('adds what was delivered, and takes what is not there after all', () => {
    expect(changedStock(eggs, 5)).toEqual(accept({ leftCount: 25, totalCount: 35 }))
    expect(changedStock(eggs, -20)).toEqual(accept({ leftCount: 0, totalCount: 10 }))
  })

  it('takes no more than are left, and adds no more than a shelf holds', () => {
    expect(changedStock(eggs, -21)).toEqual(refuse('STOCK_TOO_FEW', { leftCount: 20 }))
    const most = MAX_REWARD_STOCK - 30
    expect(changedStock(eggs, most).ok).toBe(true)
    expect(changedStock(eggs, most + 1)).toMatchObject({ detail: { field: 'byCount' } })
  })

  it('never changes how many were redeemed', () => {
    const stock = fc.tuple(fc.nat(500), fc.nat(500), fc.integer({ min: -600, max: 600 }))
    fc.assert(
      fc.property(stock, ([leftCount, redeemed, byCount]) => {
        const changed = changedStock({ leftCount, totalCount: leftCount + redeemed }, byCount)
        if (!changed.ok) return expect(leftCount + byCount).toBeLessThan(0)
        expect(changed.value.totalCount - changed.value.leftCount).toBe(redeemed)
      }),
    )
  })
})

describe('what a change changed', () => {
  it('names each fact as it was and as it is, and nothing that stayed', () => {
    expect(changesBetween(eggs, { ...eggs, pricePoints: 80, tierFrom: 'gold' })).toEqual([
      { field: 'pricePoints', before: 60, after: 80 },
      { field: 'tierFrom', before: null, after: 'gold' },
    ])
    expect(changesBetween(eggs, { ...eggs })).toEqual([])
  })

  it('names all that a new one says', () => {
    const fields = changesBetween(null, eggs).map(({ field }) => field)
    expect(fields).toEqual(factNames.filter((field) => eggs[field] !== null))
  })
})

it('tells a file from what is none', () => {
  expect(isStoredPicture('cloud://some.shop/rewards/1.png')).toBe(true)
  expect(['eggs', ''].map(isStoredPicture)).toEqual([false, false])
})
