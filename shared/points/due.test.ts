import { accountOn, fallDue } from './due'
import { type Lot, putInto, sumOf } from './lots'
import { emptyAccount, type PointsAccount } from './points-account'

const march = '2027-03-31'
const april = '2027-04-30'

const accountOf = (lots: readonly Lot[], debtPoints = 0): PointsAccount => ({
  ...emptyAccount,
  balancePoints: sumOf(lots),
  debtPoints,
  lots: lots.reduce<readonly Lot[]>(putInto, []),
})
const lot = (expiresOn: string, points: number): Lot => ({ expiresOn, points })

describe('what can be spent', () => {
  const account = accountOf([lot(march, 100), lot(april, 50)])

  it('counts a lot on its last day, and not on the day after, job or no job', () => {
    expect(accountOn(account, march).balancePoints).toBe(150)
    expect(accountOn(account, '2027-04-01').balancePoints).toBe(50)
    expect(accountOn(account, '2027-05-01').balancePoints).toBe(0)
    expect(account.balancePoints).toBe(150)
  })
})

describe('what is due', () => {
  const pending = {
    entryKey: 'purchase:1',
    points: 30,
    releasesOn: '2027-03-08',
    expiresOn: march,
    storeId: null,
    receiptNo: null,
  }
  const account = { ...accountOf([lot(april, 50)]), pending: [pending], pendingPoints: 30 }

  it('is nothing before the day of release', () => {
    expect(fallDue(account, '2027-03-07')).toEqual([])
  })

  it('releases before anything expires, so that what was promised is never lost unseen', () => {
    const due = fallDue(account, '2027-05-01')
    expect(due.map(({ kind, step }) => [kind, step.movement.points])).toEqual([
      ['release', 30],
      ['expiry', -30],
      ['expiry', -50],
    ])
    expect(due[1]).toMatchObject({ expiresOn: march })
    expect(accountOn(account, '2027-03-08')).toMatchObject({
      balancePoints: 80,
      pendingPoints: 0,
      pending: [],
    })
  })
})
