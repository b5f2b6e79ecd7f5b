import { packEntryKey, packStateOf } from './welcome-pack'

const facts = { joinedOn: '2026-03-10', claimed: false, claimDays: 7, todayOn: '2026-03-10' }

describe('the welcome pack', () => {
  it('waits for a visitor to join first', () => {
    expect(packStateOf({ ...facts, joinedOn: null })).toEqual({
      state: 'joinFirst',
      claimableUntilOn: null,
    })
  })

  it.each([
    ['2026-03-10', 'claimable', 'the day of joining is the first of seven'],
    ['2026-03-16', 'claimable', 'the seventh day is the last'],
    ['2026-03-17', 'expired', 'the eighth is too late'],
    ['2027-03-10', 'expired', 'a year later it does not come back'],
  ])('on %s it is %s: %s', (todayOn, state) => {
    expect(packStateOf({ ...facts, todayOn })).toEqual({ state, claimableUntilOn: '2026-03-16' })
  })

  it('stays claimed, also after the days to claim it', () => {
    const claimed = { ...facts, claimed: true }
    expect(packStateOf(claimed).state).toBe('claimed')
    expect(packStateOf({ ...claimed, todayOn: '2026-05-01' }).state).toBe('claimed')
  })

  it('follows the days that the shop sets', () => {
    expect(packStateOf({ ...facts, claimDays: 1 }).claimableUntilOn).toBe('2026-03-10')
    expect(packStateOf({ ...facts, claimDays: 30 }).claimableUntilOn).toBe('2026-04-08')
  })

  it('has one entry in the books for each member, whatever the request', () => {
    expect(packEntryKey('m1')).toBe('welcome:m1')
    expect(packEntryKey('m2')).not.toBe(packEntryKey('m1'))
  })
})
