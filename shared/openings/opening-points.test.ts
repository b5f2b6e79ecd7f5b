import { claimableOn, openingLotsOf, readOpeningRow } from './opening-points'

const world = { todayOn: '2026-03-10', validityMonths: 12 }
const right = { phone: '13800001111', points: '120', expires: '2026-12-05' }

describe('a row of old members', () => {
  it('keeps the date of the file', () => {
    expect(readOpeningRow(right, world)).toEqual({
      ok: true,
      row: { phone: '13800001111', points: 120, expiresOn: '2026-12-05' },
    })
  })
  it('without a date lives as long as points earned today', () => {
    const read = readOpeningRow({ ...right, expires: '' }, world)
    expect(read.ok && read.row.expiresOn).toBe('2027-03-31')
  })
  it.each([
    ['phoneInvalid', { phone: '1380000111' }],
    ['pointsInvalid', { points: '0' }],
    ['pointsInvalid', { points: '1.5' }],
    ['phoneMasked', { phone: '138****1111' }],
    ['pointsInvalid', { points: '100001' }],
    ['dateNoSuchDay', { expires: '2026-02-30' }],
    ['expiryInvalid', { expires: '年底' }],
    ['expiryPast', { expires: '2026-03-09' }],
  ])('is refused as %s', (reason, change) => {
    expect(readOpeningRow({ ...right, ...change }, world)).toEqual({ ok: false, reason })
  })
})

describe('points that wait', () => {
  const lots = openingLotsOf({ '2026-04-02': 10, '2026-03-15': 5, '2026-04-28': 20 })
  it('are lots by the end of their month, the soonest first', () => {
    expect(lots).toEqual([
      { expiresOn: '2026-03-31', points: 5 },
      { expiresOn: '2026-04-30', points: 30 },
    ])
  })
  it('are claimed without what ran out meanwhile', () => {
    const claim = (todayOn: string) => claimableOn({ state: 'waiting', lots }, todayOn)
    expect(claim('2026-03-31')).toEqual({ ok: true, value: lots })
    expect(claim('2026-04-01')).toEqual({ ok: true, value: lots.slice(1) })
    expect(claim('2026-05-01')).toEqual({ ok: false, code: 'OPENING_EXPIRED' })
  })
  it('are claimed once', () => {
    const again = claimableOn({ state: 'claimed', lots }, '2026-03-31')
    expect(again).toEqual({ ok: false, code: 'OPENING_CLAIMED' })
  })
})
