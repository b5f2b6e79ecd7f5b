import fc from 'fast-check'
import { accept, refuse } from '../refusal'
import type { PayWithPointsRule } from '../rules/shop-rules'
import {
  admitAnswer,
  admitFigures,
  admitUse,
  offFenOf,
  type Proposal,
  type ProposalState,
  type ProposedBill,
  type ProposedFigures,
  pointsOffFor,
  pointsRoomFor,
} from './points-payment'

const rule: PayWithPointsRule = {
  ruleId: 'pay-with-points',
  version: 1,
  pointsPerYuan: 100,
  minSharePercent: 0,
  maxSharePercent: 50,
  minPoints: 100,
}
const rich = { balancePoints: 100_000, debtPoints: 0, frozen: null }

describe('how many points may go on a bill', () => {
  it('is up to half of it, and never fewer than are worth the trouble', () => {
    const room = { minPoints: 100, maxPoints: 2_000, stepPoints: 1, blockedBy: null }
    expect(pointsRoomFor(4_000, rich, rule)).toEqual(room)
  })

  it('is no more than she has', () => {
    expect(pointsRoomFor(4_000, { ...rich, balancePoints: 350 }, rule).maxPoints).toBe(350)
  })

  it.each([
    ['frozen', 4_000, { ...rich, frozen: { on: '2026-03-10', reason: '核对中' } }],
    ['debt', 4_000, { ...rich, balancePoints: 0, debtPoints: 5 }],
    ['balance', 4_000, { ...rich, balancePoints: 99 }],
    ['bill', 199, rich],
  ] as const)('is none because of %s', (blockedBy, goodsFen, account) => {
    const room = pointsRoomFor(goodsFen, account, rule)
    expect(room).toMatchObject({ maxPoints: 0, blockedBy })
  })

  it('leaves one fen of money also where the shop lets points pay it all', () => {
    const whole = { ...rule, maxSharePercent: 100, minPoints: 0 }
    expect(pointsRoomFor(4_000, rich, whole).maxPoints).toBe(3_999)
    expect(pointsRoomFor(1, rich, whole)).toMatchObject({ maxPoints: 0, blockedBy: 'bill' })
  })

  it('may have a least share, and then fewer points are none', () => {
    const fifth = { ...rule, minSharePercent: 20 }
    expect(pointsRoomFor(4_001, rich, fifth).minPoints).toBe(801)
    const poor = { ...rich, balancePoints: 800 }
    expect(pointsRoomFor(4_001, poor, fifth)).toMatchObject({ maxPoints: 0, blockedBy: 'balance' })
  })

  it('comes in steps that are worth whole fen', () => {
    const odd = { ...rule, pointsPerYuan: 150 }
    expect(pointsRoomFor(4_000, rich, odd)).toEqual({
      minPoints: 102,
      maxPoints: 3_000,
      stepPoints: 3,
      blockedBy: null,
    })
    expect(offFenOf(102, odd)).toBe(68)
  })

  it('keeps share, balance and the last fen for any bill, and is worth what it takes off', () => {
    const anyRule = fc.record({
      pointsPerYuan: fc.integer({ min: 1, max: 10_000 }),
      minSharePercent: fc.nat(100),
      maxSharePercent: fc.nat(100),
      minPoints: fc.nat(1_000),
    })
    const bill = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(anyRule, bill, fc.nat(1_000_000), (figures, goodsFen, balancePoints) => {
        const any = { ...rule, ...figures }
        const account = { ...rich, balancePoints }
        const { minPoints, maxPoints, blockedBy } = pointsRoomFor(goodsFen, account, any)
        if (blockedBy !== null) return expect(maxPoints).toBe(0)
        for (const points of [minPoints, maxPoints]) {
          const off = pointsOffFor(points, { goodsFen, account }, any)
          if (!off.ok) throw new Error(`${points} were in the room`)
          expect(BigInt(off.value) * BigInt(any.pointsPerYuan)).toBe(BigInt(points) * 100n)
          expect(off.value).toBeLessThan(goodsFen)
          expect(off.value * 100).toBeLessThanOrEqual(goodsFen * any.maxSharePercent)
          expect(off.value * 100).toBeGreaterThanOrEqual(goodsFen * any.minSharePercent)
        }
        expect(maxPoints).toBeLessThanOrEqual(balancePoints)
      }),
    )
  })
})

describe('points off a bill', () => {
  const frozen = { ...rich, frozen: { on: '2026-03-10', reason: '核对中' } }
  const poor = { ...rich, balancePoints: 400 }
  const closed = refuse('POINTS_PAY_CLOSED')
  const missing = refuse('POINTS_INSUFFICIENT', { missingPoints: 100 })
  const range = { minPoints: 100, maxPoints: 2_000, stepPoints: 1 }
  const outside = refuse('POINTS_PAY_RANGE', range)

  it.each([
    ['500 of a bill of 40 yuan', { points: 500, account: rich, rule }, accept(500)],
    ['none without the rule', { points: 500, account: rich, rule: null }, closed],
    ['none when frozen', { points: 500, account: frozen, rule }, refuse('ACCOUNT_FROZEN')],
    ['no fewer than the least', { points: 99, account: rich, rule }, outside],
    ['no more than the share', { points: 2_001, account: rich, rule }, outside],
    ['no more than she has', { points: 500, account: poor, rule }, missing],
  ] as const)('are %s', (_name, { points, account, rule: shopRule }, outcome) => {
    expect(pointsOffFor(points, { goodsFen: 4_000, account }, shopRule)).toEqual(outcome)
  })
})

describe('a proposal to pay with points', () => {
  const apples = { title: '苹果', amountFen: 3_000, isExcluded: false }
  const milk = { title: '牛奶', amountFen: 1_000, isExcluded: false }
  const bill: ProposedBill = {
    memberId: 'lin',
    staffId: 'dong',
    storeId: 'east',
    couponIds: [],
    bill: { billFen: 4_000, excludedFen: 0, freightFen: 0, roundOffFen: 0, lines: [apples, milk] },
  }
  const figures: ProposedFigures = { points: { points: 500, offFen: 500 }, paidFen: 3_500 }
  const untilAt = 300_000
  const seen = { ...bill, bill: { ...bill.bill, ...figures } }
  const proposal = (state: ProposalState): Proposal => ({ ...seen, state, untilAt })

  const yes = { agrees: true, at: 0 }
  const no = { agrees: false, at: 0 }
  it.each([
    ['waiting', yes, accept(null)],
    ['waiting', no, accept(null)],
    ['waiting', { ...yes, at: untilAt }, refuse('PROPOSAL_EXPIRED')],
    ['confirmed', yes, accept(null)],
    ['confirmed', no, accept(null)],
    ['declined', yes, refuse('PROPOSAL_DECLINED')],
    ['declined', { ...no, at: untilAt }, accept(null)],
    ['used', yes, refuse('PROPOSAL_USED')],
    ['used', no, refuse('PROPOSAL_USED')],
  ] as const)('that is %s is answered with %j: %j', (state, { agrees, at }, outcome) => {
    expect(admitAnswer(proposal(state), agrees, at)).toEqual(outcome)
  })

  it.each([
    ['waiting', 0, refuse('POINTS_NOT_CONFIRMED')],
    ['confirmed', untilAt - 1, accept(null)],
    ['confirmed', untilAt, refuse('PROPOSAL_EXPIRED')],
    ['declined', 0, refuse('PROPOSAL_DECLINED')],
    ['used', 0, refuse('PROPOSAL_USED')],
  ] as const)('that is %s may be spent at %i: %j', (state, at, outcome) => {
    expect(admitUse(proposal(state), bill, at)).toEqual(outcome)
  })

  it.each([
    { memberId: 'wang' },
    { staffId: 'xi' },
    { storeId: 'west' },
    { bill: { ...bill.bill, billFen: 4_001 } },
    { bill: { ...bill.bill, excludedFen: 1 } },
    { bill: { ...bill.bill, freightFen: 600 } },
    { bill: { ...bill.bill, roundOffFen: 7 } },
    { bill: { ...bill.bill, lines: null } },
    { bill: { ...bill.bill, lines: [milk, apples] } },
    { bill: { ...bill.bill, lines: [{ ...apples, title: '香烟' }, milk] } },
    { bill: { ...bill.bill, lines: [{ ...apples, amountFen: 2_999 }, milk] } },
    { bill: { ...bill.bill, lines: [{ ...apples, isExcluded: true }, milk] } },
    { bill: { ...bill.bill, lines: [{ ...apples, category: '水果' }, milk] } },
    { couponIds: ['c1'] },
  ])('is for no other bill: %j', (change) => {
    const changed = { ...bill, ...change }
    expect(admitUse(proposal('confirmed'), changed, 0)).toEqual(refuse('PROPOSAL_CHANGED'))
  })

  it('is for what the shopper has seen, should the rules come to something else by now', () => {
    const billOf = (offFen: number, paidFen: number) => ({
      points: { points: 500, offFen, lots: [] },
      paidFen,
    })
    expect(admitFigures(figures, billOf(500, 3_500))).toEqual(accept(null))
    expect(admitFigures(figures, billOf(400, 3_500))).toEqual(refuse('PROPOSAL_CHANGED'))
    expect(admitFigures(figures, billOf(500, 3_400))).toEqual(refuse('PROPOSAL_CHANGED'))
  })
})
