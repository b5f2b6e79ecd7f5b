import { refuse } from '../refusal'
import { burn, clawBack, earn, expireDue, receiveOpening, returnBurnt } from './ledger'
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

describe('earning', () => {
  it('puts points into the lot of their date, and says from where to where', () => {
    const { account, movement } = earn(accountOf([lot(march, 10)]), 99, march)
    expect(account).toEqual(accountOf([lot(march, 109)]))
    expect(movement).toEqual({
      kind: 'earn',
      posting: { from: 'program:issued', to: 'member', points: 99 },
      points: 99,
      lotChanges: [lot(march, 99)],
      debtChangePoints: 0,
    })
  })

  it('repays debt first, and only what is left can be spent', () => {
    const { account, movement } = earn(accountOf([], 30), 99, march)
    expect(account).toEqual(accountOf([lot(march, 69)]))
    expect(movement).toMatchObject({ points: 99, debtChangePoints: -30 })
  })

  it('less than the debt leaves no lot', () => {
    const { account, movement } = earn(accountOf([], 100), 40, march)
    expect(account).toEqual(accountOf([], 60))
    expect(movement.lotChanges).toEqual([])
  })

  it('of 0 points is recorded and changes nothing', () => {
    const { account, movement } = earn(accountOf([lot(march, 5)]), 0, april)
    expect(account).toEqual(accountOf([lot(march, 5)]))
    expect(movement).toMatchObject({ kind: 'earn', points: 0, lotChanges: [] })
  })

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('of %p points is a fault, not a refusal', (points) => {
    expect(() => earn(emptyAccount, points, march)).toThrow('not whole points')
  })
})

describe("an old member's points", () => {
  it('come from where they waited into the lots of their dates, debt first', () => {
    const lots = [
      { expiresOn: '2026-12-31', points: 30 },
      { expiresOn: '2026-06-30', points: 20 },
    ]
    const { account, movement } = receiveOpening({ ...emptyAccount, debtPoints: 25 }, lots)
    expect(movement).toMatchObject({
      kind: 'earn',
      posting: { from: 'program:opening', to: 'member', points: 50 },
      debtChangePoints: -25,
    })
    expect(account.lots).toEqual([{ expiresOn: '2026-12-31', points: 25 }])
  })
})

describe('burning', () => {
  const account = accountOf([lot(march, 100), lot(april, 50)])

  it('spends the earliest-expiring lot first, and its entry keeps the split', () => {
    const { account: after, movement } = burnt(account, 120)
    expect(after).toEqual(accountOf([lot(april, 30)]))
    expect(movement.kind).toBe('burn')
    expect(movement.posting).toEqual({ from: 'member', to: 'program:redeemed', points: 120 })
    expect(movement.points).toBe(-120)
    expect(movement.lotChanges).toEqual([lot(march, -100), lot(april, -20)])
  })

  it('can spend everything, and not one point more', () => {
    expect(burnt(account, 150).account).toEqual(emptyAccount)
    expect(burn(account, 151)).toEqual(refuse('POINTS_INSUFFICIENT', { missingPoints: 1 }))
  })
})

describe('points that come back from a cancelled redemption', () => {
  const split = [lot(march, 100), lot(april, 20)]

  it('go to the lots they came from: as if nothing had happened', () => {
    const before = accountOf([lot(march, 100), lot(april, 50)])
    const spent = burnt(before, 120)
    const back = returnBurnt(spent.account, split, { todayOn: '2027-03-01', graceDays: 7 })
    expect(back.account).toEqual(before)
    expect(back.movement.posting).toEqual({ from: 'program:redeemed', to: 'member', points: 120 })
    expect(back.movement.kind).toBe('reverse')
  })

  it('live again to the end of the month of today + 7 when their lot expired meanwhile', () => {
    const back = returnBurnt(emptyAccount, split, { todayOn: '2027-04-10', graceDays: 7 })
    const movedLots = [{ fromOn: march, toOn: april }]
    expect(back.account).toEqual({ ...accountOf([lot(april, 120)]), movedLots })
    const later = returnBurnt(emptyAccount, split, { todayOn: '2027-04-24', graceDays: 7 })
    expect(later.account.lots).toEqual([lot(april, 20), lot(may, 100)])
  })

  it('repay debt first, the earliest of them', () => {
    const back = returnBurnt(accountOf([], 110), split, { todayOn: '2027-03-01', graceDays: 7 })
    expect(back.account).toEqual(accountOf([lot(april, 10)]))
    expect(back.movement).toMatchObject({ points: 120, debtChangePoints: -110 })
  })

  it('repay debt from what expires soonest, also when an expired lot lives again later', () => {
    const split = [lot(march, 30), lot(april, 40)]
    const back = returnBurnt(accountOf([], 40), split, { todayOn: '2027-04-25', graceDays: 7 })
    expect(back.account.lots).toEqual([lot(may, 30)])
  })
})

describe('clawing back after a refund', () => {
  it("takes from that purchase's lot first, although another expires earlier", () => {
    const { account, movement } = clawBack(
      accountOf([lot(march, 50), lot(april, 99)]),
      99,
      of(april),
    )
    expect(account).toEqual(accountOf([lot(march, 50)]))
    expect(movement).toMatchObject({
      kind: 'reverse',
      posting: { from: 'member', to: 'program:reversed', points: 99 },
      points: -99,
      debtChangePoints: 0,
    })
  })

  it('then from the earliest lots', () => {
    const held = accountOf([lot(march, 50), lot(april, 10), lot(may, 80)])
    const { account, movement } = clawBack(held, 99, of(april))
    expect(account).toEqual(accountOf([lot(may, 41)]))
    expect(movement.lotChanges).toEqual([lot(april, -10), lot(march, -50), lot(may, -39)])
  })

  it('then as debt: never clamped, never skipped', () => {
    const { account, movement } = clawBack(accountOf([lot(march, 20)]), 99, of(april))
    expect(account).toEqual(accountOf([], 79))
    expect(movement).toMatchObject({ points: -99, debtChangePoints: 79 })
    expect(clawBack(account, 21, of(may)).account).toEqual(accountOf([], 100))
  })

  it('does not take twice what has expired already', () => {
    const [expiry] = expireDue(accountOf([lot(march, 60), lot(may, 500)]), '2027-04-01')
    const expired = expiry?.account ?? emptyAccount
    const { account, movement } = clawBack(expired, 99, of(march))
    expect(account.lots).toEqual([lot(may, 461)])
    expect(movement).toMatchObject({ points: -39, posting: { points: 39 } })
  })

  it('counts what has expired once, for the first of two refunds of one lot', () => {
    const [expiry] = expireDue(accountOf([lot(march, 60)]), '2027-04-01')
    const first = clawBack(expiry?.account ?? emptyAccount, 40, of(march))
    expect(first.movement).toMatchObject({ points: 0, debtChangePoints: 0, lotChanges: [] })
    expect(clawBack(first.account, 40, of(march)).account.debtPoints).toBe(20)
  })

  it('takes last what the same purchase has given back', () => {
    const account = accountOf([lot(march, 5), lot(april, 10)])
    const sparedLots = [{ ...lot(march, 5), fromOn: march }]
    const some = clawBack(account, 8, { ...of(may), sparedLots })
    expect(some.account.lots).toEqual([lot(march, 5), lot(april, 2)])
    expect(clawBack(account, 12, { ...of(may), sparedLots }).account.lots).toEqual([lot(march, 3)])
    const all = clawBack(account, 16, { ...of(may), sparedLots })
    expect(all.account).toMatchObject({ lots: [], debtPoints: 1 })
  })
})

describe('expiry', () => {
  const account = accountOf([lot(march, 60), lot(april, 40), lot(may, 20)])

  it('leaves a lot alone on its last day', () => {
    expect(expireDue(account, march)).toEqual([])
  })

  it('enters each lot whose last day is past, one entry each', () => {
    const steps = expireDue(account, '2027-05-01')
    expect(steps.map(({ movement }) => movement)).toEqual([
      {
        kind: 'expire',
        posting: { from: 'member', to: 'program:expired', points: 60 },
        points: -60,
        lotChanges: [lot(march, -60)],
        debtChangePoints: 0,
      },
      {
        kind: 'expire',
        posting: { from: 'member', to: 'program:expired', points: 40 },
        points: -40,
        lotChanges: [lot(april, -40)],
        debtChangePoints: 0,
      },
    ])
    const after = steps.at(-1)?.account ?? emptyAccount
    expect(after.lots).toEqual([lot(may, 20)])
    expect(expireDue(after, '2027-05-01')).toEqual([])
  })

  it('remembers what expired for 13 months, and not for ever', () => {
    const long = accountOf([lot(march, 60), lot('2028-05-31', 5), lot('2028-06-30', 5)])
    const expired = (todayOn: string) => expireDue(long, todayOn).at(-1)?.account.expiredLots ?? []
    expect(expired('2027-04-01')).toEqual([lot(march, 60)])
    expect(expired('2028-06-01').map((gone) => gone.expiresOn)).toEqual(['2028-05-31'])
  })
})
