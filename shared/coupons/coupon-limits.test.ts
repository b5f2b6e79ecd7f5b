import { admitLimits, limitWordsOf, noLimits } from './coupon-limits'

/** A Friday, at half past two. */
const use = {
  storeId: 'wutong',
  todayOn: '2026-03-20',
  now: Date.parse('2026-03-20T06:30:00Z'),
  tier: 'silver',
} as const

describe('the limits of a coupon', () => {
  it.each([
    ['no limits', {}, null],
    ['its store', { storeIds: ['hebin', 'wutong'] }, null],
    ['another store', { storeIds: ['hebin'] }, 'COUPON_STORE'],
    ['its day', { weekdays: [5] }, null],
    ['other days', { weekdays: [6, 7] }, 'COUPON_WEEKDAY'],
    ['its hours', { hours: [{ from: '14:30', until: '15:00' }] }, null],
    ['an hour that has just ended', { hours: [{ from: '08:00', until: '14:30' }] }, 'COUPON_HOURS'],
    [
      'one of two ranges',
      {
        hours: [
          { from: '08:00', until: '10:00' },
          { from: '14:00', until: '16:00' },
        ],
      },
      null,
    ],
    ['her tier', { tierFrom: 'silver' }, null],
    ['a higher tier', { tierFrom: 'gold' }, 'COUPON_TIER'],
  ] as const)('with %s', (_name, limits, code) => {
    const outcome = admitLimits({ ...noLimits, ...limits }, use)
    if (code === null) expect(outcome.ok).toBe(true)
    else expect(outcome).toMatchObject({ ok: false, code })
  })

  it('a member without a tier stands below all of them', () => {
    const silver = { ...noLimits, tierFrom: 'silver' } as const
    expect(admitLimits(silver, { ...use, tier: null })).toMatchObject({ code: 'COUPON_TIER' })
  })

  it('say in words what they are, the days in their order', () => {
    const limits = {
      storeIds: ['wutong', 'gone'],
      weekdays: [7, 6],
      hours: [{ from: '08:00', until: '10:00' }],
      tierFrom: 'gold',
      categories: ['咖啡', '面包'],
    } as const
    const names = (storeId: string) => (storeId === 'wutong' ? '梧桐里店' : null)
    const words = [
      '限梧桐里店',
      '限周六、周日',
      '限08:00–10:00',
      '限金卡及以上会员',
      '限咖啡、面包',
    ]
    expect(limitWordsOf(limits, names)).toEqual(words)
    expect(limitWordsOf(noLimits, names)).toEqual([])
  })
})
