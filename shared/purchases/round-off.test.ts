import fc from 'fast-check'
import { fiveOff, inTime, named } from '../../dev/harness/coupon-bills'
import { MAX_ROUND_OFF_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import { newShop } from '../rules/shop'
import type { RoundingRule } from '../rules/shop-rules'
import { type BillWish, billFor } from './purchase'
import { admitRoundOff, roundOffChoicesFor } from './round-off'

const ruleOf = (downTo: RoundingRule['downTo'], mostFen = 99): RoundingRule => ({
  ...{ ruleId: 'rounding', version: 2, downTo, mostFen },
})
const jiao = ruleOf('jiao')
const yuan = ruleOf('yuan')

describe('what a shop leaves off a bill', () => {
  it.each([
    ['nothing in a new shop', 3_587, 0, newShop.rounding, []],
    ['the fen', 3_587, 0, jiao, [[7, 3_580]]],
    [
      'the fen or the jiao',
      3_587,
      0,
      yuan,
      [
        [7, 3_580],
        [87, 3_500],
      ],
    ],
    ['once, where both come to the same', 3_507, 0, yuan, [[7, 3_500]]],
    ['the jiao alone, where no fen are odd', 3_580, 0, yuan, [[80, 3_500]]],
    ['nothing of round money', 3_500, 0, yuan, []],
    ['no more than the most', 3_587, 0, ruleOf('yuan', 50), [[7, 3_580]]],
    ['what the freight makes odd', 3_000, 607, jiao, [[7, 3_600]]],
    ['never the last fen', 5, 0, jiao, []],
    ['never the last fen of the goods', 7, 600, jiao, []],
    ['all but the fen that stays', 11, 0, jiao, [[1, 10]]],
  ] as const)('%s: %i and freight of %i', (...[, goodsFen, freightFen, rule, wanted]) => {
    const choices = wanted.map(([roundOffFen, payableFen]) => ({ roundOffFen, payableFen }))
    expect(roundOffChoicesFor({ goodsFen, freightFen }, rule)).toEqual(choices)
  })

  const outside = (field: string) => refuse('ROUND_OFF_RANGE', { field })
  it.each([
    ['what is offered', 7, 0, jiao, accept(7)],
    ['what the lines tell', 0, 7, jiao, accept(7)],
    ['the same told twice', 7, 7, jiao, accept(7)],
    ['nothing', 0, 0, jiao, accept(0)],
    ['not another sum', 6, 0, jiao, outside('roundOffFen')],
    ['not upwards', 97, 0, yuan, outside('roundOffFen')],
    ['not down to the yuan', 87, 0, jiao, outside('roundOffFen')],
    ['not what no rule allows', 7, 0, newShop.rounding, outside('roundOffFen')],
    ['not what lines tell, without a rule', 0, 7, newShop.rounding, outside('lines')],
    ['not two different sums', 7, 87, yuan, outside('roundOffFen')],
  ] as const)('takes %s of 35.87', (...[, roundOffFen, toldFen, rule, outcome]) => {
    const due = { goodsFen: 3_587, freightFen: 0 }
    expect(admitRoundOff(due, { roundOffFen, rule }, toldFen)).toEqual(outcome)
  })
})

describe('a bill of which something is left off', () => {
  const apples = { title: '苹果', amountFen: 3_587, isExcluded: false }
  const gift = { title: '赠品', amountFen: 0, isExcluded: false }
  const below = { title: '抹零', amountFen: -7, isExcluded: false }
  const wish: BillWish = {
    ...{ billFen: 3_587, excludedFen: 0, lines: null, freightFen: 0 },
    ...{ todayOn: '2026-03-20', coupons: null, earned: null },
  }
  const asked = { roundOffFen: 7, rule: jiao }
  const told = { roundOffFen: 0, rule: jiao }

  it.each([
    ['as one sum', { roundOff: asked }],
    ['with its lines', { lines: [apples, gift], roundOff: asked }],
    ['by lines that sum to more', { billFen: 3_580, lines: [gift, apples], roundOff: told }],
    ['by a line below nothing', { billFen: 3_580, lines: [apples, below], roundOff: told }],
    ['by both', { billFen: 3_580, lines: [apples, below, gift], roundOff: asked }],
  ])('is the same bill %s', (_name, change) => {
    const bill = billFor({ ...wish, ...change }, newShop.earnRule)
    expect(bill).toMatchObject({
      ok: true,
      value: {
        ...{ billFen: 3_587, roundOffFen: 7, paidFen: 3_580, earnedPoints: 35 },
        steps: [
          { kind: 'goods', changeFen: 3_587 },
          { kind: 'roundOff', title: '抹零', changeFen: -7 },
        ],
      },
    })
    const goods = bill.ok ? bill.value.lines : []
    expect(goods.every(({ amountFen }) => amountFen >= 0)).toBe(true)
    expect(goods.find(({ amountFen }) => amountFen === 3_587)).toMatchObject({
      ...{ roundOffFen: 7, paidFen: 3_580 },
    })
  })

  it('comes last, after points and freight; the threshold of a coupon knows nothing of it', () => {
    const account = { balancePoints: 1_000, debtPoints: 0, frozen: null }
    const pay = { minSharePercent: 0, maxSharePercent: 50, minPoints: 1, pointsPerYuan: 100 }
    const rule = { ruleId: 'pay-with-points', version: 1, ...pay } as const
    const bill = billFor(
      {
        ...{ ...wish, billFen: 3_000, freightFen: 333 },
        coupons: { some: named(fiveOff), use: inTime },
        paying: { points: 100, account, rule },
        roundOff: { roundOffFen: 33, rule: yuan },
      },
      newShop.earnRule,
    )
    expect(bill).toMatchObject({ ok: true, value: { paidFen: 2_700, earnedPoints: 23 } })
    const kinds = bill.ok ? bill.value.steps.map(({ kind, changeFen }) => [kind, changeFen]) : []
    expect(kinds).toEqual([
      ...[
        ['goods', 3_000],
        ['coupon', -500],
        ['points', -100],
      ],
      ...[
        ['freight', 333],
        ['roundOff', -33],
      ],
    ])
  })

  it('is refused where the shop leaves nothing off, by the field that tells it', () => {
    const sums = { ...wish, billFen: 3_580, lines: [apples] }
    expect(billFor(sums, newShop.earnRule)).toEqual(refuse('ROUND_OFF_RANGE', { field: 'lines' }))
    const roundOff = { roundOffFen: 7, rule: newShop.rounding }
    const refused = refuse('ROUND_OFF_RANGE', { field: 'roundOffFen' })
    expect(billFor({ ...wish, roundOff }, newShop.earnRule)).toEqual(refused)
  })

  it('is paid in round money, whatever it comes to, and adds up step by step', () => {
    const bills = fc.record({
      billFen: fc.integer({ min: 1, max: 100_000 }),
      freightFen: fc.nat(1_000),
      rule: fc.record({
        ...{ ruleId: fc.constant('rounding' as const), version: fc.constant(1) },
        downTo: fc.constantFrom('jiao' as const, 'yuan' as const),
        mostFen: fc.integer({ min: 1, max: MAX_ROUND_OFF_FEN }),
      }),
    })
    fc.assert(
      fc.property(bills, ({ billFen, freightFen, rule }) => {
        const due = { goodsFen: billFen, freightFen }
        for (const { roundOffFen, payableFen } of roundOffChoicesFor(due, rule)) {
          const roundOff = { roundOffFen, rule }
          const bill = billFor({ ...wish, billFen, freightFen, roundOff }, newShop.earnRule)
          if (!bill.ok) throw new Error(bill.code)
          const { paidFen, steps, lines } = bill.value
          expect(paidFen).toBe(payableFen)
          expect(paidFen % 10).toBe(0)
          expect(steps.reduce((sum, { changeFen }) => sum + changeFen, 0)).toBe(paidFen)
          expect(lines[0]?.paidFen).toBeGreaterThanOrEqual(1)
          expect(roundOffFen).toBeLessThanOrEqual(rule.mostFen)
        }
      }),
    )
  })
})
