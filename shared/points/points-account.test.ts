import { type Lot, putInto, sumOf } from './lots'
import { assertSound, emptyAccount, type PointsAccount } from './points-account'

const march = '2027-03-31'

const accountOf = (lots: readonly Lot[], debtPoints = 0): PointsAccount => ({
  ...emptyAccount,
  balancePoints: sumOf(lots),
  debtPoints,
  lots: lots.reduce<readonly Lot[]>(putInto, []),
})
const lot = (expiresOn: string, points: number): Lot => ({ expiresOn, points })

describe('an account that contradicts itself', () => {
  it.each([
    ['balance differs', { balancePoints: 6, lots: [lot(march, 5)] }],
    ['debt beside a balance', { balancePoints: 5, debtPoints: 1, lots: [lot(march, 5)] }],
    ['negative points', { lots: [lot(march, 0)] }],
    ['negative points', { debtPoints: -1 }],
    ['pending differs', { pendingPoints: 5 }],
    ['not whole', { balancePoints: 0.5, lots: [lot(march, 0.5)] }],
  ])('is a fault: %s', (what, wrong) => {
    expect(() => assertSound({ ...emptyAccount, ...wrong })).toThrow(what)
  })

  it('is told from a sound one', () => {
    expect(() => assertSound(emptyAccount)).not.toThrow()
    expect(() => assertSound(accountOf([lot(march, 5)]))).not.toThrow()
    expect(() => assertSound(accountOf([], 5))).not.toThrow()
  })
})
