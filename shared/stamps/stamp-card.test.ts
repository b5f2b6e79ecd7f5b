import fc from 'fast-check'
import {
  areStampsSpent,
  isSoundCard,
  joinStamps,
  missingCount,
  partStamps,
  type StampCardRule,
  type Stamps,
  stampedFor,
  stampsAfterRefund,
  stampWords,
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

const cardWith = (count: number, from = 1): Stamps =>
  Array.from({ length: count }, (_none, at) => ({ purchaseId: `p${from + at}`, on }))

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
    const brought = cardWith(1)
    expect(areStampsSpent(joinStamps([], brought), brought)).toBe(false)
    expect(areStampsSpent([], brought)).toBe(true)
  })

  it.each([
    [1_499, 0],
    [1_500, 1],
    [9_000, 1],
  ])('has for a purchase of %i fen %i stamps', (paidFen, count) => {
    expect(stampedFor([], coffee(1, paidFen), rule).stamps).toHaveLength(count)
  })

  it('is full with the tenth stamp, and the next card is empty', () => {
    const ninth = stampedFor(cardWith(8), coffee(9), rule)
    expect(ninth).toEqual({ isFilled: false, stamps: cardWith(9) })
    expect(missingCount(ninth.stamps, rule)).toBe(1)
    const tenth = stampedFor(ninth.stamps, coffee(10), rule)
    expect(tenth).toEqual({ isFilled: true, stamps: [] })
  })

  it('has one stamp for a purchase, however often it is told of it', () => {
    const once = stampedFor([], coffee(1), rule).stamps
    expect(stampedFor(once, coffee(1), rule)).toEqual({ stamps: once, isFilled: false })
  })

  it.each([
    [0, 1_499, null],
    [0, 1_500, '盖 1 章，还差 9 章'],
    [8, 1_500, '盖 1 章，还差 1 章'],
    [9, 1_500, '盖满一张，送“免一杯”'],
  ])('tells with %i stamps of a purchase of %i fen: %s', (count, paidFen, words) => {
    const before = cardWith(count, 21)
    const after = stampedFor(before, coffee(1, paidFen), rule)
    expect(stampWords(before, after, { ...rule, rewardTitle: '免一杯' })).toBe(words)
  })

  it('loses the stamp of a purchase that was undone, and no other', () => {
    const [, second] = cardWith(2)
    expect(withoutStamp(cardWith(2), 'p1')).toEqual([second])
    expect(withoutStamp(cardWith(2), 'p9')).toEqual(cardWith(2))
  })

  it.each([
    [{ leftFen: 1_500, isFull: false }, rule, 2],
    [{ leftFen: 1_499, isFull: false }, rule, 1],
    [{ leftFen: 1, isFull: false }, null, 2],
    [{ leftFen: 0, isFull: true }, null, 1],
  ])('has after a refund with %j left what that is worth', (left, card, count) => {
    expect(stampsAfterRefund(cardWith(2), { purchaseId: 'p1', ...left }, card)).toHaveLength(count)
  })

  it('keeps what two memberships had together beyond ten for the next card', () => {
    const joined = joinStamps(cardWith(7), cardWith(6, 21))
    expect(joined).toHaveLength(13)
    const filled = stampedFor(joined, coffee(40), rule)
    expect(filled.isFilled).toBe(true)
    expect(filled.stamps).toHaveLength(4)
  })

  it('counts no purchase twice, whatever two memberships buy, undo, merge and part', () => {
    const step = fc.record({
      act: fc.constantFrom('buys', 'buys', 'buys', 'undoes', 'merges', 'parts'),
      isOther: fc.boolean(),
      no: fc.nat(200),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
        const spent: string[] = []
        let mine: Stamps = []
        let other: Stamps = []
        let brought: Stamps | null = null
        for (const [at, { act, isOther, no }] of steps.entries()) {
          const isHers = isOther && brought === null
          if (act === 'buys') {
            const before = isHers ? other : mine
            const bought = coffee(at)
            const { stamps, isFilled } = stampedFor(before, bought, rule)
            const all = [...before, bought].map(({ purchaseId }) => purchaseId)
            if (isFilled) spent.push(...all.slice(0, rule.stampsPerCard))
            if (isHers) other = stamps
            else mine = stamps
          } else if (act === 'undoes') {
            mine = withoutStamp(mine, `p${no}`)
            if (brought === null) other = withoutStamp(other, `p${no}`)
          } else if (act === 'merges' && brought === null) {
            brought = other
            mine = joinStamps(mine, brought)
            other = []
          } else if (act === 'parts' && brought && !areStampsSpent(mine, brought)) {
            mine = partStamps(mine, brought)
            other = brought
            brought = null
          }
          const open = [...mine, ...other].map(({ purchaseId }) => purchaseId)
          const counted = [...spent, ...open]
          expect(new Set(counted).size).toBe(counted.length)
        }
      }),
    )
  })
})
