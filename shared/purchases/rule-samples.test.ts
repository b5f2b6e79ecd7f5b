import { figuresOf, withRule } from '../rules/rule-figures'
import { newShop, type Shop } from '../rules/shop'
import { effectOf, samplesFor } from './rule-samples'

const TODAY = '2026-03-10'
const changed = (change: object): Shop => {
  const figures = { ...figuresOf('earn-by-spend', newShop), ...change }
  return withRule(newShop, 'earn-by-spend', { version: 2, figures })
}
const effects = (before: Shop, after: Shop) =>
  samplesFor(TODAY, { before, after }).map((sample) => [
    effectOf(sample, before).earnPoints,
    effectOf(sample, after).earnPoints,
  ])

describe('three sample purchases', () => {
  it('earn today what the till would book', () => {
    const [small, usual, large] = samplesFor(TODAY, { before: newShop, after: newShop })
    expect(small && effectOf(small, newShop)).toEqual({
      payableFen: 1_857,
      roundedFen: 1_857,
      earnPoints: 18,
      cap: null,
      releasesOn: null,
      expiresOn: '2027-03-31',
      payPoints: 0,
      payOffFen: 0,
      worthFen: 18,
    })
    // 128 yuan less a coupon of 10; of the 118 paid, 30 in 128 are for goods that earn nothing.
    expect(usual && effectOf(usual, newShop)).toMatchObject({ payableFen: 11_800, earnPoints: 90 })
    expect(large && effectOf(large, newShop)).toMatchObject({ earnPoints: 1_288 })
  })

  it('show a change of the rate, of a cap, of the pending days', () => {
    expect(effects(newShop, changed({ fenPerPoint: 200 }))).toEqual([
      [18, 9],
      [90, 45],
      [1_288, 644],
    ])
    const capped = changed({ dayCapPoints: 500, pendingDays: 7 })
    const large = samplesFor(TODAY, { before: newShop, after: capped })[2]
    expect(large && effectOf(large, capped)).toMatchObject({
      earnPoints: 500,
      cap: 'day',
      releasesOn: '2026-03-17',
    })
  })

  it('put the large one on the next member day, and the others beside it', () => {
    const doubled = changed({ memberDays: [10, 28], memberDayPercent: 200 })
    const samples = samplesFor(TODAY, { before: newShop, after: doubled })
    expect(samples.map(({ on, isMemberDay }) => [on, isMemberDay])).toEqual([
      ['2026-03-11', false],
      ['2026-03-11', false],
      ['2026-03-10', true],
    ])
    expect(effects(newShop, doubled)[2]).toEqual([1_288, 2_576])
  })

  it('still show a member day that is given up', () => {
    const doubled = changed({ memberDays: [31], memberDayPercent: 200 })
    const [, , large] = samplesFor('2026-04-01', { before: doubled, after: newShop })
    expect(large).toMatchObject({ on: '2026-05-31', isMemberDay: true })
  })

  it('show how much points may pay, once the shop allows it', () => {
    const figures = { ...figuresOf('pay-with-points', newShop), maxSharePercent: 50 }
    const open = withRule(newShop, 'pay-with-points', { version: 2, figures })
    const most = samplesFor(TODAY, { before: newShop, after: open }).map((sample) => {
      const { payPoints, payOffFen } = effectOf(sample, open)
      return [payPoints, payOffFen]
    })
    expect(most).toEqual([
      [928, 928],
      [5_900, 5_900],
      [64_400, 64_400],
    ])
  })

  it('show how far staff may round down, once the shop allows it', () => {
    const rounding = (downTo: number) =>
      withRule(newShop, 'rounding', { version: 2, figures: { downTo, mostFen: 50 } })
    const [small] = samplesFor(TODAY, { before: newShop, after: rounding(1) })
    const shops = [newShop, rounding(1), rounding(2)]
    expect(shops.map((each) => small && effectOf(small, each).roundedFen)).toEqual([
      ...[1_857, 1_850, 1_850],
    ])
  })

  it('put the small one into the night, where another hour gives it to another date', () => {
    const publishedAt = Date.parse('2026-03-10T10:00:00+08:00')
    const late = withRule(newShop, 'business-day', {
      ...{ version: 2, figures: { rolloverHour: 3 }, publishedAt },
    })
    const [small, usual] = samplesFor(TODAY, { before: newShop, after: late })
    expect(small?.paidAt).toBe(Date.parse('2026-03-12T02:40:00+08:00'))
    expect(small && effectOf(small, newShop).bookedOn).toBe('2026-03-12')
    expect(small && effectOf(small, late).bookedOn).toBe('2026-03-11')
    expect(usual && effectOf(usual, late)).not.toHaveProperty('bookedOn')
  })

  it('tell what the points are worth to the shop', () => {
    const figures = { fenPerHundredPoints: 50 }
    const cheaper = withRule(newShop, 'point-value', { version: 2, figures })
    const [small] = samplesFor(TODAY, { before: newShop, after: cheaper })
    expect(small && effectOf(small, cheaper).worthFen).toBe(9)
  })
})
