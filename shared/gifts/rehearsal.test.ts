import { type BudgetLeft, sumOf, takenFrom, withGrant } from './rehearsal'

const grant = {
  ...({ on: '2027-05-01', scene: 'holiday', ruleId: 'a', title: '礼', memberId: 'm1' } as const),
  ...{ maskedName: '林**', points: 30, couponTemplateIds: [], costFen: 530 },
}

it('adds up what is given, and leaves out what is refused', () => {
  const none = { on: '2027-05-01', grantCount: 0, costPoints: 0, costFen: 0 }
  const one = withGrant(none, { ...grant, refused: null })
  expect(one).toEqual({ on: '2027-05-01', grantCount: 1, costPoints: 30, costFen: 530 })
  expect(withGrant(one, { ...grant, refused: 'stack' })).toEqual(one)
  expect(sumOf([one, one])).toEqual({ grantCount: 2, costPoints: 60, costFen: 1_060 })
})

it('takes from a budget as long as both its bounds last, the day’s anew each day', () => {
  const budget = { totalCount: 3, dayCount: 2 }
  let left: BudgetLeft | null = { totalLeft: 3, on: '2027-05-01', dayUsed: 0 }
  const taken: boolean[] = []
  for (const on of ['2027-05-01', '2027-05-01', '2027-05-01', '2027-05-02', '2027-05-02']) {
    const after: BudgetLeft | null = left && takenFrom(left, budget, on)
    taken.push(after !== null)
    left = after ?? left
  }
  expect(taken).toEqual([true, true, false, true, false])
})
