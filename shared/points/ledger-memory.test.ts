import { burn, clawBack, expireDue, rememberMoved, returnBurnt } from './ledger'
import { type Lot, putInto, sumOf } from './lots'
import { emptyAccount, type LedgerStep, type PointsAccount } from './points-account'

const march = '2027-03-31'
const april = '2027-04-30'
const may = '2027-05-31'

const accountOf = (lots: readonly Lot[], debtPoints = 0): PointsAccount => ({
  ...emptyAccount,
  balancePoints: sumOf(lots),
  debtPoints,
  lots: lots.reduce<readonly Lot[]>(putInto, []),
})
const lot = (expiresOn: string, points: number): Lot => ({ expiresOn, points })
/** A clawback of points of the lot of this date. */
const of = (expiresOn: string, todayOn = '2027-03-01') => ({ expiresOn, todayOn })

function burnt(account: PointsAccount, points: number): LedgerStep {
  const step = burn(account, points)
  if (!step.ok) throw new Error(step.code)
  return step.value
}

/** Five more points in a lot of their own. */
function addLot(account: PointsAccount, expiresOn: string) {
  const lots = putInto(account.lots, lot(expiresOn, 5))
  return { lots, balancePoints: sumOf(lots) }
}

describe('what is remembered of lots that moved', () => {
  const moves = [{ fromOn: march, toOn: may }]

  it('is told once, in its order, and forgotten with its date', () => {
    expect(rememberMoved(moves, moves, '2027-04-10')).toEqual(moves)
    const onward = [...moves, { fromOn: may, toOn: '2027-06-30' }]
    expect(rememberMoved(onward, moves, '2027-04-10')).toEqual([...onward, ...moves])
    expect(rememberMoved(moves, [], '2028-07-01')).toEqual([])
  })
})

describe('a clawback long after', () => {
  it('remembers what expired for more than a year, so that a late refund is fair', () => {
    const [expiry] = expireDue(accountOf([lot(march, 60), lot('2028-03-31', 5)]), '2027-04-01')
    const yearLater = expireDue(expiry?.account ?? emptyAccount, '2028-04-30')
    const kept = yearLater.at(-1)?.account ?? emptyAccount
    expect(kept.lots).toEqual([])
    expect(clawBack(kept, 60, of(march, '2028-04-30')).movement.points).toBe(0)
  })

  it('takes nothing when nobody remembers any more what expired', () => {
    const account = accountOf([lot('2028-12-31', 80)])
    const lastOn = '2028-04-30'
    expect(clawBack(account, 60, of(march, lastOn)).account.balancePoints).toBe(20)
    const late = clawBack(account, 60, of(march, '2028-05-01'))
    expect(late.account).toEqual(account)
    expect(late.movement).toMatchObject({ points: 0, posting: { points: 0 } })
  })

  it('does not take a point again that came back to life and expired a second time', () => {
    const spent = burnt(accountOf([lot(march, 60)]), 60)
    const today = { todayOn: '2027-04-10', graceDays: 7 }
    const revived = returnBurnt(spent.account, [lot(march, 60)], today).account
    expect(revived).toMatchObject({ lots: [lot(april, 60)] })
    const twice = expireDue(revived, '2027-05-01')[0]?.account ?? emptyAccount
    const { movement } = clawBack(twice, 60, of(march, '2027-05-01'))
    expect(movement).toMatchObject({ points: 0, debtChangePoints: 0 })
    const alive = clawBack(
      { ...revived, ...addLot(revived, '2027-04-20') },
      60,
      of(march, '2027-04-15'),
    )
    expect(alive.account.lots).toEqual([lot('2027-04-20', 5)])
  })
})
