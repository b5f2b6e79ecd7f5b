import { type Outcome, refuse } from '../refusal'
import { accountOn } from './due'
import { freeze, unfreeze } from './freezing'
import { burn, clawBack, earn, expireDue } from './ledger'
import { emptyAccount, type LedgerStep, type PointsAccount } from './points-account'

const march = '2027-03-31'
const april = '2027-04-30'
const june = '2027-06-30'
const lot = (expiresOn: string, points: number) => ({ expiresOn, points })

const held: PointsAccount = {
  ...emptyAccount,
  balancePoints: 150,
  lots: [lot(march, 100), lot(april, 50)],
}

function taken(outcome: Outcome<LedgerStep>): LedgerStep {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const frozenOn = (todayOn: string, account = held) =>
  taken(freeze(account, { todayOn, reason: '核对' })).account

describe('a frozen account', () => {
  const frozen = frozenOn('2027-03-10')

  it('is an entry of 0 points that moves nothing', () => {
    const { movement } = taken(freeze(held, { todayOn: '2027-03-10', reason: '核对' }))
    expect(movement).toMatchObject({ kind: 'freeze', points: 0, lotChanges: [] })
    expect(frozen.frozen).toEqual({ on: '2027-03-10', reason: '核对' })
    expect(frozen.lots).toEqual(held.lots)
  })

  it('spends nothing', () => {
    expect(burn(frozen, 1)).toEqual(refuse('ACCOUNT_FROZEN'))
  })

  it('goes on earning, and a refund still takes back', () => {
    const earned = earn(frozen, 30, june).account
    expect(earned.balancePoints).toBe(180)
    expect(
      clawBack(earned, 30, { expiresOn: june, todayOn: '2027-03-11' }).account.balancePoints,
    ).toBe(150)
  })

  it('loses nothing, however long it lasts', () => {
    expect(expireDue(frozen, '2028-01-01')).toEqual([])
    expect(accountOn(frozen, '2028-01-01').balancePoints).toBe(150)
  })

  it('cannot be frozen twice, nor a free one unfrozen', () => {
    const again = freeze(frozen, { todayOn: '2027-03-11', reason: '再核对' })
    expect(again).toEqual(refuse('ACCOUNT_FROZEN', { frozenOn: '2027-03-10' }))
    expect(unfreeze(held, '2027-03-11')).toEqual(refuse('ACCOUNT_NOT_FROZEN'))
  })
})

describe('unfreezing', () => {
  it('lets everything live to the end of the month of that day and 30 more', () => {
    const { account, movement } = taken(unfreeze(frozenOn('2027-03-10'), '2027-05-10'))
    expect(account).toMatchObject({ frozen: null, balancePoints: 150, lots: [lot(june, 150)] })
    expect(movement).toMatchObject({
      kind: 'unfreeze',
      points: 0,
      lotChanges: [lot(march, -100), lot(april, -50), lot(june, 150)],
    })
    expect(expireDue(account, june)).toEqual([])
    expect(expireDue(account, '2027-07-01')).toHaveLength(1)
  })

  it('leaves alone what lives longer anyway', () => {
    const { account, movement } = taken(unfreeze(frozenOn('2027-02-10'), '2027-02-11'))
    expect(account.lots).toEqual([lot(march, 100), lot(april, 50)])
    expect(movement.lotChanges).toEqual([])
    expect(account.movedLots).toEqual([])
  })

  it('joins what it moves with what is there', () => {
    const frozen = earn(frozenOn('2027-03-10'), 7, june).account
    expect(taken(unfreeze(frozen, '2027-05-10')).account.lots).toEqual([lot(june, 157)])
  })

  it('is remembered: what expired later is not taken back a second time', () => {
    const free = taken(unfreeze(frozenOn('2027-03-10'), '2027-05-10')).account
    const empty = accountOn(free, '2027-07-01')
    const back = { expiresOn: march, todayOn: '2027-07-01' }
    expect(clawBack(empty, 100, back).movement).toMatchObject({ points: 0, debtChangePoints: 0 })
  })

  it('is remembered through a second freeze too', () => {
    const once = taken(unfreeze(frozenOn('2027-03-10'), '2027-05-10')).account
    const twice = taken(unfreeze(frozenOn('2027-06-30', once), '2027-09-01')).account
    expect(twice.lots).toEqual([lot('2027-10-31', 150)])
    const grown = earn(twice, 20, '2027-09-30').account
    const back = { expiresOn: march, todayOn: '2027-09-02' }
    expect(clawBack(grown, 100, back).account.lots).toEqual([
      lot('2027-09-30', 20),
      lot('2027-10-31', 50),
    ])
  })
})
