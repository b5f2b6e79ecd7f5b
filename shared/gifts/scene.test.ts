import {
  type GiftScene,
  giftStateOf,
  grantKeyOf,
  hasOccasion,
  isGranted,
  newScenes,
  occasionOf,
  sceneSentence,
} from './scene'

const joined = { joinedOn: '2026-03-10', grants: [] as string[] }
const welcome: GiftScene = { ...(newScenes[0] as GiftScene), claimDays: 7 }
const anniversary: GiftScene = { ...(newScenes[1] as GiftScene), claimDays: 7 }

describe('the welcome pack', () => {
  it('waits for a visitor to join first', () => {
    expect(giftStateOf(welcome, null, '2026-03-10')).toEqual({
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
    const expected = { state, claimableUntilOn: '2026-03-16' }
    expect(giftStateOf(welcome, joined, todayOn)).toEqual(expected)
  })

  it('stays claimed, also after the days to claim it', () => {
    const claimed = { ...joined, grants: ['welcome:m1:once'] }
    expect(giftStateOf(welcome, claimed, '2026-03-10').state).toBe('claimed')
    expect(giftStateOf(welcome, claimed, '2026-05-01').state).toBe('claimed')
  })

  it('follows the days that the shop sets', () => {
    const untilWith = (claimDays: number) =>
      giftStateOf({ ...welcome, claimDays }, joined, '2026-03-10').claimableUntilOn
    expect(untilWith(1)).toBe('2026-03-10')
    expect(untilWith(30)).toBe('2026-04-08')
  })

  it('has one grant for each member, whatever the request', () => {
    expect(grantKeyOf('welcome', 'm1', 'once')).toBe('welcome:m1:once')
    expect(grantKeyOf('welcome', 'm2', 'once')).not.toBe(grantKeyOf('welcome', 'm1', 'once'))
  })

  it('is told by its rule', () => {
    expect(sceneSentence(welcome)).toBe('新人礼包，每位会员一次')
  })
})

describe('a gift for what a feature counts', () => {
  it('waits for no day and cannot be claimed', () => {
    const scene: GiftScene = { ...welcome, sceneId: 'full-card', occasion: 'counted' }
    const state = giftStateOf(scene, joined, '2026-03-10')
    expect(state).toEqual({ state: 'expired', claimableUntilOn: null })
  })
})

describe('a stored scene', () => {
  it('names an occasion that there is', () => {
    expect(hasOccasion(welcome)).toBe(true)
    for (const occasion of ['toString', 'birthday?']) {
      expect(hasOccasion(Object.assign({ ...welcome }, { occasion }))).toBe(false)
    }
  })
})

describe('the day of joining, every year', () => {
  it.each([
    ['2026-03-10', null],
    ['2027-03-09', null],
    ['2027-03-10', '2027'],
    ['2028-03-09', '2027'],
    ['2028-03-10', '2028'],
  ])('on %s the newest occasion is %s', (todayOn, key) => {
    const occasion = occasionOf(anniversary, { joinedOn: '2026-03-10', todayOn })
    expect(occasion?.key ?? null).toBe(key)
  })

  it('falls on the last of February for who joined on the 29th', () => {
    const occasion = occasionOf(anniversary, { joinedOn: '2028-02-29', todayOn: '2029-03-01' })
    expect(occasion).toEqual({ key: '2029', fromOn: '2029-02-28', untilOn: '2029-03-06' })
  })

  it('comes again a year after it was claimed', () => {
    const had = { ...joined, grants: ['anniversary:m1:2027', 'welcome:m1:once'] }
    expect(giftStateOf(anniversary, had, '2027-03-12').state).toBe('claimed')
    expect(giftStateOf(anniversary, had, '2028-03-12').state).toBe('claimable')
    expect(giftStateOf(anniversary, had, '2028-03-17').state).toBe('expired')
  })

  it('is told by its rule', () => {
    expect(sceneSentence(anniversary)).toBe('入会纪念日礼，每位会员每年一次')
  })

  it('is not mixed up with another scene of the same year', () => {
    expect(isGranted(['birthday:m1:2027'], 'anniversary', '2027')).toBe(false)
    expect(isGranted(['anniversary:m9:2027'], 'anniversary', '2027')).toBe(true)
  })
})
