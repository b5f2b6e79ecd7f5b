import { bought, having } from '../../dev/harness/tier-steps'
import { settleTier } from './settling'
import { bestKept, joinTier, noTally, partTier, withPurchase, withRefund } from './tally'
import { newTierRule } from './tier-rule'

const rule = newTierRule
const purchase = { storeId: 'a', on: '2026-03-10', at: 0, paidFen: 5_000 }

describe('what is counted', () => {
  it('is what was paid in money, and nothing that points paid', () => {
    const tally = withPurchase(noTally, purchase, '2026-03-10')
    expect(tally.months).toEqual([{ month: '2026-03', paidFen: 5_000, visits: 1 }])
    expect(withPurchase(noTally, { ...purchase, paidFen: 0 }, '2026-03-10')).toBe(noTally)
  })

  it('is never below nothing, whatever is given back', () => {
    const back = { ...purchase, paidFen: 9_000 }
    const tally = withRefund(withPurchase(noTally, purchase, '2026-03-10'), back, { leftFen: 0 })
    expect(tally.months).toEqual([])
    expect(withRefund(noTally, back, { leftFen: 0 }).earlier.paidFen).toBe(0)
  })

  it('stays small: three years by months, the rest as one', () => {
    let tally = noTally
    for (let year = 2020; year < 2032; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const on = `${year}-${String(month).padStart(2, '0')}-10`
        tally = withPurchase(tally, { ...purchase, on, at: null, paidFen: 100 }, on)
      }
    }
    expect(tally.months).toHaveLength(37)
    expect(tally.earlier).toEqual({
      ...{ paidFen: 107 * 100, bestVisits: 1, activeMonths: 107, firstMonth: '2020-01' },
    })
    expect(JSON.stringify(tally).length).toBeLessThan(4_000)
  })
})

it('of two reviewed levels the higher counts, of equal ones the longer', () => {
  const silver = { tier: 'silver', fromMonth: '2026-04', untilOn: '2027-03-31' } as const
  const longer = { ...silver, untilOn: '2027-06-30' }
  const gold = { ...silver, tier: 'gold' } as const
  expect(bestKept({ kept: [silver, gold, longer] })).toBe(gold)
  expect(bestKept({ kept: [silver, longer] })).toBe(longer)
})

describe('two memberships that become one', () => {
  const mine = having(bought(60_000, '2026-03-10'), bought(1_000, '2026-04-10'))
  const other = having(bought(70_000, '2026-03-20'))
  const silver = having(bought(100_000, '2026-03-20'))

  it('count together', () => {
    const { tally } = settleTier(joinTier(mine, other), { rule, todayOn: '2026-05-01' })
    expect(tally).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
    expect(tally.months[0]).toEqual({ month: '2026-03', paidFen: 130_000, visits: 2 })
  })

  it('keep the better level of the two', () => {
    expect(joinTier(mine, silver)).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
    expect(joinTier(silver, mine)).toMatchObject({ tier: 'silver', keepUntilOn: '2027-03-31' })
  })

  it.each([
    ['neither has reached anything', mine, other],
    ['the other one had a level', mine, silver],
    ['her own level', silver, mine],
    ['nothing came', mine, noTally],
    ['nothing was there', noTally, silver],
  ])('are parted again: %s', (_name, own, brought) => {
    const joined = settleTier(joinTier(own, brought), { rule, todayOn: '2026-05-01' }).tally
    const { tally } = settleTier(partTier(joined, brought), { rule, todayOn: '2026-05-02' })
    expect(tally).toMatchObject({ ...own, version: 1, nextOn: tally.nextOn })
  })
})
