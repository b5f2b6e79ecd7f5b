import { accept, refuse } from '../refusal'
import { newShop } from '../rules/shop'
import { adjust, admitAdjustment, ripensAt } from './adjustment'
import { emptyAccount, type PointsAccount } from './points-account'

const march = '2027-03-31'
const april = '2027-04-30'
const lot = (expiresOn: string, points: number) => ({ expiresOn, points })
const rule = newShop.adjustmentRule
const held: PointsAccount = {
  ...emptyAccount,
  balancePoints: 150,
  lots: [lot(march, 100), lot(april, 50)],
}

describe('who may adjust how much', () => {
  it.each([
    [500, 0, accept('atOnce')],
    [-500, 0, accept('atOnce')],
    [501, 0, refuse('ADJUSTMENT_CAP', { leftPoints: 500 })],
    [-1, 500, refuse('ADJUSTMENT_CAP', { leftPoints: 0 })],
    [200, 300, accept('atOnce')],
    [201, 300, refuse('ADJUSTMENT_CAP', { leftPoints: 200 })],
  ])('a clerk moves %i points after %i today: %o', (points, totalPoints, admitted) => {
    const today = { totalPoints, memberPoints: 0 }
    expect(admitAdjustment(points, { isManager: false, today }, rule)).toEqual(admitted)
  })

  it.each([
    [1_000, 0, 'atOnce'],
    [1_001, 0, 'afterApproval'],
    [-1_001, 0, 'afterApproval'],
    [1, 1_000, 'afterApproval'],
    [400, 600, 'atOnce'],
  ])('a manager moves %i points after %i for this member: %s', (points, memberPoints, when) => {
    const today = { totalPoints: 50_000, memberPoints }
    expect(admitAdjustment(points, { isManager: true, today }, rule)).toEqual(accept(when))
  })

  it('goes by the figures that the shop has set', () => {
    const strict = { ...rule, clerkDayCapPoints: 0, aloneCapPoints: 50, ripensAfterHours: 1 }
    const today = { totalPoints: 0, memberPoints: 0 }
    const asked = (isManager: boolean) => admitAdjustment(51, { isManager, today }, strict)
    expect(asked(false)).toEqual(refuse('ADJUSTMENT_CAP', { leftPoints: 0 }))
    expect(asked(true)).toEqual(accept('afterApproval'))
    expect(ripensAt(0, strict)).toBe(3_600_000)
  })

  it('waits 24 hours in a shop with one manager', () => {
    expect(ripensAt(0, rule)).toBe(86_400_000)
  })
})

describe('an adjustment', () => {
  it('gives points into their lot, debt first', () => {
    const indebted = { ...emptyAccount, debtPoints: 30 }
    const outcome = adjust(indebted, 100, march)
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        account: { balancePoints: 70, debtPoints: 0, lots: [lot(march, 70)] },
        movement: {
          kind: 'adjust',
          posting: { from: 'program:adjusted', to: 'member', points: 100 },
          points: 100,
        },
      },
    })
  })

  it('takes the soonest-expiring first', () => {
    expect(adjust(held, -120, april)).toMatchObject({
      ok: true,
      value: {
        account: { balancePoints: 30, lots: [lot(april, 30)] },
        movement: {
          posting: { from: 'member', to: 'program:adjusted', points: 120 },
          lotChanges: [lot(march, -100), lot(april, -20)],
        },
      },
    })
  })

  it('never clamps: it refuses with what is missing', () => {
    expect(adjust(held, -151, april)).toEqual(refuse('POINTS_INSUFFICIENT', { missingPoints: 1 }))
    const indebted = { ...emptyAccount, debtPoints: 30 }
    expect(adjust(indebted, -1, april)).toMatchObject({ code: 'POINTS_INSUFFICIENT' })
  })

  it('takes nothing from a frozen account, but may give', () => {
    const frozen = { ...held, frozen: { on: '2027-03-01', reason: '核对' } }
    expect(adjust(frozen, -1, april)).toEqual(refuse('ACCOUNT_FROZEN'))
    expect(adjust(frozen, 1, april)).toMatchObject({ ok: true })
  })
})
