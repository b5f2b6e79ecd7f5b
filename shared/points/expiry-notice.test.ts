import { type ExpiryNotice, nextNoticeOn, noticesDue } from './expiry-notice'

const march = { expiresOn: '2027-03-31', points: 80 }
const april = { expiresOn: '2027-04-30', points: 20 }
const account = (noticed: readonly ExpiryNotice[] = []) => ({
  lots: [march, april],
  frozen: null,
  noticed,
})
const first: ExpiryNotice = { expiresOn: '2027-03-31', daysAhead: 30 }
const second: ExpiryNotice = { expiresOn: '2027-03-31', daysAhead: 7 }

describe('a notice of points that will expire', () => {
  it.each([
    ['2027-02-28', []],
    ['2027-03-01', [{ ...march, daysAhead: 30 }]],
    ['2027-03-23', [{ ...march, daysAhead: 30 }]],
    ['2027-03-24', [{ ...march, daysAhead: 7 }]],
    [
      '2027-03-31',
      [
        { ...march, daysAhead: 7 },
        { ...april, daysAhead: 30 },
      ],
    ],
    ['2027-04-01', [{ ...april, daysAhead: 30 }]],
  ])('on %s is of %j', (todayOn, due) => {
    expect(noticesDue(account(), todayOn).due).toEqual(due)
  })

  it('is given once 30 and once 7 days ahead, and then forgotten', () => {
    expect(noticesDue(account([first]), '2027-03-02').due).toEqual([])
    const later = noticesDue(account([first]), '2027-03-24')
    expect(later.due).toEqual([{ ...march, daysAhead: 7 }])
    expect(later.noticed).toEqual([first, second])
    expect(noticesDue(account(later.noticed), '2027-03-25').due).toEqual([])
    expect(noticesDue(account(later.noticed), '2027-04-01').noticed).toEqual([
      { expiresOn: '2027-04-30', daysAhead: 30 },
    ])
  })

  it('is not given for the first time when the second was given already', () => {
    expect(noticesDue(account([second]), '2027-03-10').due).toEqual([])
  })

  it('is not given while she is frozen', () => {
    const frozen = { ...account(), frozen: { on: '2027-01-01', reason: '核对' } }
    expect(noticesDue(frozen, '2027-03-24').due).toEqual([])
    expect(nextNoticeOn(frozen)).toBeNull()
  })

  it('has a date on which it is next asked for', () => {
    expect(nextNoticeOn(account())).toBe('2027-03-01')
    expect(nextNoticeOn(account([first]))).toBe('2027-03-24')
    expect(nextNoticeOn(account([first, second]))).toBe('2027-03-31')
    const all = [...noticesDue(account([first, second]), '2027-04-23').noticed]
    expect(nextNoticeOn({ ...account(all), lots: [april] })).toBeNull()
    expect(nextNoticeOn({ ...account(), lots: [] })).toBeNull()
  })
})
