import { anniversary, her, ruleOf, welcome, world } from '../../dev/harness/gift-cases'
import type { KeptGift } from './care'
import { type GiftRule, usualWhen } from './gift-rule'
import { grantKeyOf, isGranted } from './grant-key'
import { type GiftFacts, sentenceOfRule } from './scenes'
import { giftsComeAt, hasCome, packStateOf, pointsAtOnce, waitingFor } from './waiting'

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

describe('what waits', () => {
  const todayOn = '2026-03-12'
  const birthday = ruleOf({ scene: 'birthday', title: '生日礼' })
  const facts: GiftFacts = { ...her, birthday: { calendar: 'solar', month: 3, day: 12 } }
  const at = (now: string, rules: readonly GiftRule[], waiting: readonly KeptGift[] = []) =>
    waitingFor(
      rules,
      { memberId: 'm1', facts, care: { waiting }, now: Date.parse(now), todayOn },
      world,
    )
  const ids = (found: readonly { readonly giftId: string }[]) => found.map(({ giftId }) => giftId)

  it('is what was put aside and what her days bring, from nine on', () => {
    const rules = [welcome, birthday]
    expect(ids(at('2026-03-12T00:59:59.999Z', rules))).toEqual(['welcome:m1:once'])
    const both = ['welcome:m1:once', 'birthday-1:m1:2026-03-12']
    expect(ids(at('2026-03-12T01:00:00.000Z', rules))).toEqual(both)
  })

  it('comes in the order in which it ends, as its rule said it when it was put aside', () => {
    const kept = (giftId: string, untilOn: string): KeptGift => ({
      ...{ giftId, untilOn },
      rule: {
        ...{ ruleId: 'birthday-0', version: 1, scene: 'birthday', title: '从前的生日礼' },
        ...{ sentence: '', points: 80, templateIds: [], thing: null },
      },
    })
    const waiting = [kept('b', '2026-03-17'), kept('a', '2026-03-12'), kept('over', '2026-03-11')]
    const found = at('2026-03-12T02:00:00.000Z', [welcome], waiting)
    expect(ids(found)).toEqual(['a', 'welcome:m1:once', 'b'])
    const { title, points, claimUntilOn } = found[2] ?? {}
    expect([title, points, claimUntilOn]).toEqual(['从前的生日礼', 80, '2026-03-17'])
  })

  it.each([
    ['birthday', '2026-03-11', '2026-03-12T00:00:00.000Z', true],
    ['birthday', '2026-03-12', '2026-03-12T00:59:59.999Z', false],
    ['birthday', '2026-03-12', '2026-03-12T01:00:00.000Z', true],
    ['birthday', '2026-03-13', '2026-03-12T15:59:00.000Z', false],
    ['holiday', '2026-03-12', '2026-03-11T16:00:00.000Z', true],
    ['holiday', '2026-03-13', '2026-03-12T15:59:00.000Z', false],
    ['wakeUp', '2026-03-12', '2026-03-12T00:59:59.999Z', false],
  ] as const)('of a %s from %s on has come at %s: %s', (...[scene, fromOn, now, expected]) => {
    expect(hasCome({ scene }, fromOn, { now: Date.parse(now), todayOn })).toBe(expected)
  })

  it('comes at nine in the shop’s time, and a welcome back without its points', () => {
    expect(new Date(giftsComeAt(todayOn)).toISOString()).toBe('2026-03-12T01:00:00.000Z')
    expect(pointsAtOnce(anniversary)).toBe(50)
    expect(pointsAtOnce({ ...anniversary, scene: 'wakeUp' })).toBe(0)
  })
})
