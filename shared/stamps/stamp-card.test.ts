import fc from 'fast-check'
import {
  areStampsSpent,
  isSoundCard,
  joinStamps,
  missingCount,
  noStamps,
  partStamps,
  type StampCardRule,
  type StampTally,
  stampedFor,
  withoutStamp,
} from './stamp-card'

const rule: StampCardRule = {
  ruleId: 'stamp-card',
  version: 1,
  title: '咖啡集章卡',
  stampsPerCard: 10,
  leastPaidFen: 1_500,
  templateId: 'free-coffee',
}
const on = '2026-03-10'
const coffee = (no: number, paidFen = 1_500) => ({ purchaseId: `p${no}`, on, paidFen })

function tallyWith(count: number, from = 1): StampTally {
  const stamps = Array.from({ length: count }, (_none, at) => ({ purchaseId: `p${from + at}`, on }))
  return { lastCardNo: 0, stamps }
}

describe('a stamp card', () => {
  it.each([
    [{}, true],
    [{ stampsPerCard: 0 }, false],
    [{ stampsPerCard: undefined }, false],
    [{ leastPaidFen: -1 }, false],
    [{ leastPaidFen: '15' }, false],
  ])('with %j typed by hand is sound: %s', (typed, isSound) => {
    expect(isSoundCard(Object.assign({ ...rule }, typed))).toBe(isSound)
  })

  it('has spent what the other one brought once one of its stamps is gone', () => {
    const brought: StampTally = { lastCardNo: 0, stamps: [{ purchaseId: 'p1', on: '2026-03-09' }] }
    expect(areStampsSpent(joinStamps(noStamps, brought), brought)).toBe(false)
    expect(areStampsSpent(noStamps, brought)).toBe(true)
  })

  it.each([
    [1_499, 0],
    [1_500, 1],
    [9_000, 1],
  ])('has for a purchase of %i fen %i stamps', (paidFen, count) => {
    expect(stampedFor(noStamps, coffee(1, paidFen), rule).tally.stamps).toHaveLength(count)
  })

  it('is full with the tenth stamp, and the next card is empty', () => {
    const ninth = stampedFor(tallyWith(8), coffee(9), rule)
    expect(ninth).toMatchObject({ filledCardNo: null, tally: { lastCardNo: 0 } })
    expect(missingCount(ninth.tally, rule)).toBe(1)
    const tenth = stampedFor(ninth.tally, coffee(10), rule)
    expect(tenth).toEqual({ filledCardNo: 1, tally: { lastCardNo: 1, stamps: [] } })
  })

  it('has one stamp for a purchase, however often it is told of it', () => {
    const once = stampedFor(noStamps, coffee(1), rule).tally
    expect(stampedFor(once, coffee(1), rule)).toEqual({ tally: once, filledCardNo: null })
  })

  it('loses the stamp of a purchase that was undone, and no other', () => {
    const [, second] = tallyWith(2).stamps
    expect(withoutStamp(tallyWith(2), 'p1').stamps).toEqual([second])
    expect(withoutStamp(tallyWith(2), 'p9')).toEqual(tallyWith(2))
  })

  it('keeps what two memberships had together beyond ten for the next card', () => {
    const joined = joinStamps(tallyWith(7), tallyWith(6, 21))
    expect(joined.stamps).toHaveLength(13)
    const filled = stampedFor(joined, coffee(40), rule)
    expect(filled.filledCardNo).toBe(1)
    expect(filled.tally.stamps).toHaveLength(4)
  })

  it('numbers no two cards of a member alike, also after memberships part again', () => {
    const mine: StampTally = { ...tallyWith(9), lastCardNo: 2 }
    const other: StampTally = { ...tallyWith(3, 21), lastCardNo: 1 }
    const parted = partStamps(joinStamps(mine, other), other)
    expect(parted).toEqual(mine)
    expect(stampedFor(parted, coffee(40), rule).filledCardNo).toBe(3)
  })

  it('never counts a card twice, whatever is merged, parted and undone on the way', () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('buys' as const), no: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ act: fc.constant('undoes' as const), no: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ act: fc.constant('merges' as const), no: fc.integer({ min: 1, max: 9 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const numbers: number[] = []
        let tally: StampTally = noStamps
        for (const { act, no } of steps) {
          if (act === 'buys') {
            const stamped = stampedFor(tally, coffee(no), rule)
            tally = stamped.tally
            if (stamped.filledCardNo !== null) numbers.push(stamped.filledCardNo)
          } else if (act === 'undoes') tally = withoutStamp(tally, `p${no}`)
          else {
            const other = { ...tallyWith(no, 100), lastCardNo: no }
            tally = partStamps(joinStamps(tally, other), other)
          }
        }
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(tally.stamps.length).toBeLessThan(rule.stampsPerCard)
      }),
    )
  })
})
