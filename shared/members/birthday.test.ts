import { birthdayLockOf } from './birthday'

describe('when the birthday may be changed', () => {
  it('may be filled in at once', () => {
    expect(birthdayLockOf(null, '2026-03-10')).toBeNull()
  })

  it.each([
    ['2026-03-10', '2026-03-10', '2027-03-10', 'on the day of the change'],
    ['2026-03-10', '2027-03-09', '2027-03-10', 'on day 364'],
    ['2028-02-29', '2029-02-28', '2029-03-01', 'until the day that a year later is not there'],
  ])('changed on %s, on %s it is locked until %s: %s', (changedOn, todayOn, freeOn) => {
    expect(birthdayLockOf(changedOn, todayOn)).toBe(freeOn)
  })

  it.each([
    ['2026-03-10', '2027-03-10'],
    ['2026-03-10', '2030-01-01'],
  ])('changed on %s, it may be changed again on %s', (changedOn, todayOn) => {
    expect(birthdayLockOf(changedOn, todayOn)).toBeNull()
  })
})
