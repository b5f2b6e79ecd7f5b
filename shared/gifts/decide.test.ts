import { lunarTable } from '../calendar/lunar-table'
import { decideGrants, openGifts } from './decide'
import { type GiftRule, type GiftRuleBody, newRules, usualWhen } from './gift-rule'
import { grantKeyOf, isGranted } from './grant-key'
import { type GiftFacts, type GiftWorld, sentenceOfRule } from './scenes'
import { packStateOf, waitingFor } from './waiting'

const her: GiftFacts = {
  ...{ joinedOn: '2026-03-10', birthday: null, tags: [], tier: 'plain' },
  ...{ grants: [], lastBoughtOn: null },
}
const world: GiftWorld = {
  lunar: lunarTable,
  memberDays: [8, 18],
  worthOf: ({ gift }) => gift.points,
}
const [welcome, anniversary] = newRules as readonly [GiftRule, GiftRule]

type Changed = Partial<Omit<GiftRuleBody, 'when'>> & {
  readonly ruleId?: string
  readonly when?: Partial<GiftRuleBody['when']>
  readonly sinceOn?: string
  readonly createdAt?: number
}
function rule({ when, ...changed }: Changed): GiftRule {
  const ruleId = changed.ruleId ?? `${changed.scene}-1`
  return { ...anniversary, ruleId, ...changed, when: { ...usualWhen, ...when } }
}
const on = (date: string, rules: readonly GiftRule[], facts: Partial<GiftFacts> = {}) =>
  decideGrants(rules, { ...her, ...facts }, { on: date, world }).map(
    ({ rule: { ruleId }, occasion, refused }) => [ruleId, occasion.key, refused],
  )

describe('the welcome pack', () => {
  const state = (todayOn: string, facts: GiftFacts | null = her, claimDays = 7) =>
    packStateOf({ ...welcome, when: { ...usualWhen, claimDays } }, facts, { todayOn, world })

  it('waits for a visitor to join first', () => {
    expect(state('2026-03-10', null)).toEqual({ state: 'joinFirst', claimableUntilOn: null })
  })

  it.each([
    ['2026-03-10', 'claimable', 'the day of joining is the first of seven'],
    ['2026-03-16', 'claimable', 'the seventh day is the last'],
    ['2026-03-17', 'expired', 'the eighth is too late'],
    ['2027-03-10', 'expired', 'a year later it does not come back'],
  ])('on %s it is %s: %s', (todayOn, expected) => {
    expect(state(todayOn)).toEqual({ state: expected, claimableUntilOn: '2026-03-16' })
  })

  it('stays claimed, also after the days to claim it', () => {
    const claimed = { ...her, grants: ['welcome:m1:once'] }
    expect(state('2026-03-10', claimed).state).toBe('claimed')
    expect(state('2026-05-01', claimed).state).toBe('claimed')
  })

  it('follows the days that the shop sets', () => {
    expect(state('2026-03-10', her, 1).claimableUntilOn).toBe('2026-03-10')
    expect(state('2026-03-10', her, 30).claimableUntilOn).toBe('2026-04-08')
  })

  it('has one grant for each member, whatever the request, and is told by its rule', () => {
    expect(grantKeyOf('welcome', 'm1', 'once')).toBe('welcome:m1:once')
    expect(isGranted(['birthday:m1:2027'], 'anniversary', '2027')).toBe(false)
    expect(isGranted(['anniversary:m9:2027'], 'anniversary', '2027')).toBe(true)
    expect(sentenceOfRule(welcome)).toBe('新人礼包，每位会员一次')
    expect(sentenceOfRule(anniversary)).toBe('入会纪念日礼，每位会员每年一次')
  })
})

describe('the day of joining, every year', () => {
  it.each([
    ['2026-03-10', []],
    ['2027-03-09', []],
    ['2027-03-10', [['anniversary', '2027', null]]],
    ['2028-03-10', [['anniversary', '2028', null]]],
  ])('on %s: %j', (date, expected) => {
    expect(on(date, [anniversary])).toEqual(expected)
  })

  it('falls on the last of February for who joined on the 29th', () => {
    const facts = { joinedOn: '2028-02-29' }
    expect(on('2029-02-28', [anniversary], facts)).toEqual([['anniversary', '2029', null]])
    expect(on('2032-02-29', [anniversary], facts)).toEqual([['anniversary', '2032', null]])
    expect(on('2032-02-28', [anniversary], facts)).toEqual([])
  })
})

describe('a birthday', () => {
  const birthday = rule({ scene: 'birthday' })
  const born = (month: number, day: number, calendar: 'solar' | 'lunar' = 'solar') => ({
    birthday: { calendar, month, day },
  })

  it('on a leap day is kept on the 28th of other years', () => {
    expect(on('2027-02-28', [birthday], born(2, 29))).toEqual([['birthday-1', '2027-02-28', null]])
    expect(on('2028-02-28', [birthday], born(2, 29))).toEqual([])
    expect(on('2028-02-29', [birthday], born(2, 29))).toEqual([['birthday-1', '2028-02-29', null]])
  })

  it('by the lunar calendar comes twice in one solar year, and not at all in another', () => {
    const days = (year: number) =>
      Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)))
        .map((date) => date.toISOString().slice(0, 10))
        .filter((date) => date.startsWith(`${year}`))
        .filter((date) => on(date, [birthday], born(12, 1, 'lunar')).length > 0)
    expect([days(2025).length, days(2026).length, days(2027).length]).toEqual([0, 1, 2])
  })

  it('gives nothing within 300 days of another one that did, whichever rule it was', () => {
    const grants = ['birthday-old:m1:2027-01-05']
    const changed = { ...born(8, 1), grants }
    expect(on('2027-08-01', [birthday], changed)).toEqual([
      ['birthday-1', '2027-08-01', 'onceOnly'],
    ])
    expect(on('2028-08-01', [birthday], changed)).toEqual([['birthday-1', '2028-08-01', null]])
  })

  it('begins before its day where the shop says so, and once in the window', () => {
    const early = rule({ scene: 'birthday', when: { leadDays: 3 } })
    expect(on('2027-02-28', [early], born(3, 3))).toEqual([['birthday-1', '2027-03-03', null]])
    const open = (date: string) =>
      openGifts([early], { ...her, ...born(3, 3) }, { on: date, world })
    expect(open('2027-03-09').map(({ occasion }) => occasion.untilOn)).toEqual(['2027-03-09'])
    expect(open('2027-03-10')).toEqual([])
  })
})

describe('gifts of one day', () => {
  const holiday = (ruleId: string, points: number, changed: Changed = {}) =>
    rule({
      ...{ scene: 'holiday', ruleId, when: { onDate: '2027-05-01' } },
      ...{ gift: { points, couponTemplateIds: [], thing: null }, ...changed },
    })

  it.each([
    ['all', 'all', [null, null]],
    ['highest', 'highest', ['stack', null]],
    ['first', 'first', [null, 'stack']],
    ['all', 'highest', [null, null]],
    ['first', 'highest', [null, 'stack']],
    ['highest', 'first', ['stack', null]],
  ] as const)('of which the first says %s and the dearer second %s: %j', (one, other, expected) => {
    const rules = [holiday('a', 10, { stack: one }), holiday('b', 20, { stack: other })]
    expect(on('2027-05-01', rules).map(([, , refused]) => refused)).toEqual(expected)
  })

  it('push nobody aside who is not meant, is off, or was had', () => {
    const rules = [
      holiday('a', 10, { stack: 'highest' }),
      holiday('b', 20, { stack: 'highest', isOn: false }),
      holiday('c', 30, { stack: 'highest', who: { tags: ['老邻居'], tiers: [] } }),
      holiday('d', 40, { stack: 'highest', who: { tags: [], tiers: ['gold'] } }),
    ]
    expect(on('2027-05-01', rules)).toEqual([['a', '2027-05-01', null]])
    const facts = { tags: ['老邻居'], grants: ['a:m1:2027-05-01'] }
    expect(on('2027-05-01', rules, facts)).toEqual([
      ['a', '2027-05-01', 'onceOnly'],
      ['c', '2027-05-01', 'stack'],
    ])
  })
})

describe('who sleeps', () => {
  const wakeUp = rule({ scene: 'wakeUp', sinceOn: '2026-01-01' })

  it('is welcomed back 180 days after her last purchase, or after joining', () => {
    expect(on('2026-09-06', [wakeUp])).toEqual([['wakeUp-1', '2026-03-10', null]])
    const bought = { lastBoughtOn: '2026-04-01' }
    expect(on('2026-09-06', [wakeUp], bought)).toEqual([])
    expect(on('2026-09-28', [wakeUp], bought)).toEqual([['wakeUp-1', '2026-04-01', null]])
  })

  it('is woken by the beginning of the rule where she slept before it', () => {
    const late = rule({ scene: 'wakeUp', sinceOn: '2027-06-01' })
    expect(on('2027-06-01', [late])).toEqual([['wakeUp-1', '2026-03-10', null]])
    expect(on('2027-06-02', [late])).toEqual([])
  })
})

it('a member day is one of the month’s that the shop has', () => {
  const rules = [rule({ scene: 'memberDay', when: { claimDays: 1 } })]
  expect(on('2027-05-08', rules)).toEqual([['memberDay-1', '2027-05-08', null]])
  expect(on('2027-05-09', rules)).toEqual([])
})

it('what waits is what was put aside and what her days bring, from nine on', () => {
  const birthday = rule({ scene: 'birthday', title: '生日礼' })
  const facts = { ...her, birthday: { calendar: 'solar' as const, month: 3, day: 12 } }
  const at = (now: string) =>
    waitingFor(
      [welcome, birthday],
      {
        ...{ memberId: 'm1', facts, care: { waiting: [] } },
        ...{ now: Date.parse(now), todayOn: '2026-03-12' },
      },
      world,
    ).map(({ giftId }) => giftId)
  expect(at('2026-03-12T00:59:59.999Z')).toEqual(['welcome:m1:once'])
  const both = ['welcome:m1:once', 'birthday-1:m1:2026-03-12']
  expect(at('2026-03-12T01:00:00.000Z')).toEqual(both)
})
