import { bought, having } from '../../dev/harness/tier-steps'
import { figuresOn, keepGapOf, nextTierOf } from './gap'
import { standingOn } from './standing'
import { newTierRule, type TierRule } from './tier-rule'

const rule = newTierRule

it('names the next level and what is missing', () => {
  const tally = having(bought(123_400, '2026-03-10'))
  const todayOn = '2026-03-10'
  expect(nextTierOf(tally, rule, { tier: 'silver', todayOn })).toEqual({
    ...{ tierId: 'gold', threshold: 500_000, gap: 376_600 },
  })
  expect(nextTierOf(tally, rule, { tier: 'diamond', todayOn })).toBeNull()
  const by: TierRule = { ...rule, method: 'frequency' }
  const monthly = having(bought(1, '2026-03-01', by), bought(1, '2026-03-02', by))
  const at = (on: string) => nextTierOf(monthly, by, { tier: 'plain', todayOn: on })?.gap
  // What was bought in March helps no other month.
  expect([at('2026-03-20'), at('2026-04-01')]).toEqual([1, 3])
})

describe('what is missing to keep a level', () => {
  const silver = having(bought(100_000, '2026-03-10'), bought(30_000, '2026-09-05'))
  const gapOn = (todayOn: string) =>
    keepGapOf(silver, rule, { standing: standingOn(silver, rule, todayOn), todayOn })

  it('is asked of the year that ends with its last day', () => {
    expect(figuresOn(silver, rule, '2026-09-05').paidFen).toBe(130_000)
    expect([gapOn('2026-09-05'), gapOn('2027-03-31'), gapOn('2027-04-30')]).toEqual([
      ...[70_000, 70_000, 70_000],
    ])
  })

  it('is nothing to ask where it does not end', () => {
    expect(gapOn('2027-05-01')).toBeNull()
  })
})
