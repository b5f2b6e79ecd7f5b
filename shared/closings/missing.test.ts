import { unclosedTills } from './missing'

const till = { storeId: 'east', tillNo: '1' }
const sold = [{ ...till, lastOn: '2026-03-09' }]

describe('a till that sold', () => {
  it.each([
    ['that was never closed is missing', [], 1],
    ['and was closed that day is not', [{ ...till, businessOn: '2026-03-09' }], 0],
    ['and was closed a day later is not', [{ ...till, businessOn: '2026-03-10' }], 0],
    ['since it was closed last is missing', [{ ...till, businessOn: '2026-03-08' }], 1],
    [
      'is missing while another till was closed',
      [{ ...till, tillNo: '2', businessOn: '2026-03-09' }],
      1,
    ],
    [
      'is missing while another store’s was',
      [{ ...till, storeId: 'west', businessOn: '2026-03-09' }],
      1,
    ],
  ])('%s', (_what, signed, missing) => {
    expect(unclosedTills(sold, signed)).toHaveLength(missing)
  })

  it('is all that can be missing', () => {
    expect(unclosedTills([], [{ ...till, businessOn: '2026-03-08' }])).toEqual([])
  })
})
