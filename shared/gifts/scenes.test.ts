import { anniversary, her, ruleOf, welcome, world } from '../../dev/harness/gift-cases'
import { addDays, daysBetween } from '../business-date'
import { decideGrants, openGifts } from './decide'
import { type GiftRule, type GiftScene, giftScenes } from './gift-rule'
import {
  type GiftFacts,
  holidayNameOf,
  isShopDay,
  occasionOf,
  scenes,
  sentenceOfRule,
} from './scenes'

const on = (date: string, rules: readonly GiftRule[], facts: Partial<GiftFacts> = {}) =>
  decideGrants(rules, { ...her, ...facts }, { on: date, world }).map(
    ({ rule: { ruleId }, occasion, refused }) => [ruleId, occasion.key, refused],
  )

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
  const birthday = ruleOf({ scene: 'birthday' })
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
    const early = ruleOf({ scene: 'birthday', when: { leadDays: 3 } })
    expect(on('2027-02-28', [early], born(3, 3))).toEqual([['birthday-1', '2027-03-03', null]])
    const open = (date: string) =>
      openGifts([early], { ...her, ...born(3, 3) }, { on: date, world })
    expect(open('2027-03-09').map(({ occasion }) => occasion.untilOn)).toEqual(['2027-03-09'])
    expect(open('2027-03-10')).toEqual([])
  })
})

describe('who sleeps', () => {
  const wakeUp = ruleOf({ scene: 'wakeUp', sinceOn: '2026-01-01' })

  it('is welcomed back 180 days after her last purchase, or after joining', () => {
    expect(on('2026-09-06', [wakeUp])).toEqual([['wakeUp-1', '2026-03-10', null]])
    const bought = { lastBoughtOn: '2026-04-01' }
    expect(on('2026-09-06', [wakeUp], bought)).toEqual([])
    expect(on('2026-09-28', [wakeUp], bought)).toEqual([['wakeUp-1', '2026-04-01', null]])
  })

  it('is woken by the beginning of the rule where she slept before it', () => {
    const late = ruleOf({ scene: 'wakeUp', sinceOn: '2027-06-01' })
    expect(on('2027-06-01', [late])).toEqual([['wakeUp-1', '2026-03-10', null]])
    expect(on('2027-06-02', [late])).toEqual([])
  })
})

it('a member day is one of the month’s that the shop has', () => {
  const rules = [ruleOf({ scene: 'memberDay', when: { claimDays: 1 } })]
  expect(on('2027-05-08', rules)).toEqual([['memberDay-1', '2027-05-08', null]])
  expect(on('2027-05-09', rules)).toEqual([])
})

describe('a holiday', () => {
  const zhongqiu = ruleOf({ scene: 'holiday', when: { holiday: 'zhongqiu', leadDays: 2 } })
  const own = ruleOf({ scene: 'holiday', when: { onDate: '2027-05-01' } })

  it('is this year’s from its first day on, and last year’s before', () => {
    const keyOn = (date: string) => occasionOf(zhongqiu, her, { on: date, world })?.key
    expect(keyOn('2026-09-22')).toBe('2025-10-06')
    expect(keyOn('2026-09-23')).toBe('2026-09-25')
    expect(keyOn('2027-01-01')).toBe('2026-09-25')
  })

  it('of the shop’s own is on its one date, and none before or a year later', () => {
    expect(occasionOf(own, her, { on: '2027-04-30', world })).toBeNull()
    expect(on('2027-05-01', [own])).toEqual([['holiday-1', '2027-05-01', null]])
    expect(on('2028-05-01', [own])).toEqual([])
  })

  it('has the name of the calendar, and one of the shop’s own none', () => {
    expect([zhongqiu, own, welcome].map(holidayNameOf)).toEqual(['中秋节', null, null])
  })
})

describe('every scene', () => {
  const some: readonly GiftRule[] = [
    ...[welcome, anniversary, ruleOf({ scene: 'birthday', when: { leadDays: 3 } })],
    ruleOf({ scene: 'wakeUp', when: { silentDays: 90 } }),
    ruleOf({ scene: 'memberDay', when: { claimDays: 1 } }),
    ruleOf({ scene: 'holiday', when: { holiday: 'duanwu', leadDays: 5, claimDays: 2 } }),
    ruleOf({ scene: 'holiday', when: { onDate: '2027-05-01' } }),
  ]
  const facts: GiftFacts = { ...her, birthday: { calendar: 'lunar', month: 8, day: 15 } }
  const twoYears = Array.from({ length: 730 }, (_none, day) => addDays('2026-03-10', day))

  it('of the calendar has begun on the dates it is found on, for as long as its rule says', () => {
    for (const rule of some) {
      const { leadDays, claimDays } = rule.when
      for (const date of twoYears) {
        const found = occasionOf(rule, facts, { on: date, world })
        if (!found) continue
        const { fromOn, untilOn } = found
        expect(`${rule.ruleId} ${fromOn <= date}`).toBe(`${rule.ruleId} true`)
        expect(daysBetween(fromOn, untilOn)).toBe(leadDays + claimDays - 1)
      }
    }
  })

  it('that is everybody’s begins on the shop’s days, and only there', () => {
    for (const rule of some) {
      const row = scenes[rule.scene]
      const isShops = row.by === 'date' && row.dayOf === 'shop'
      const begins = twoYears.filter(
        (date) => occasionOf(rule, facts, { on: date, world })?.fromOn === date,
      )
      const shopDays = twoYears.filter((date) => isShopDay(rule, date, world))
      expect(begins).not.toEqual([])
      expect([rule.ruleId, shopDays]).toEqual([rule.ruleId, isShops ? begins : []])
    }
  })

  it.each<[GiftScene, string]>([
    ['welcome', '每位会员一次'],
    ['firstPurchase', '每位会员一次'],
    ['repurchase', '第3次消费送出，每位会员一次'],
    ['upgrade', '每升一级送一次，同一周期不重复'],
    ['birthday', '每位会员每年一次'],
    ['holiday', '每位会员每年一次'],
    ['referral', '每邀请一位新会员一次'],
    ['wakeUp', '90天没来的会员，每次一份'],
    ['anniversary', '每位会员每年一次'],
    ['memberDay', '每个会员日一次'],
  ])('says how often it comes: %s, %s', (scene, often) => {
    const when = { purchaseNo: 3, silentDays: 90 }
    expect(sentenceOfRule(ruleOf({ scene, title: '一份礼', when }))).toBe(`一份礼，${often}`)
  })

  it('of an event has no day, and a holiday of one date comes once', () => {
    const events = giftScenes.filter((scene) => scenes[scene].by === 'event')
    expect(events).toEqual(['firstPurchase', 'repurchase', 'upgrade', 'referral'])
    for (const scene of events) {
      expect(occasionOf(ruleOf({ scene }), facts, { on: '2027-05-01', world })).toBeNull()
    }
    const once = ruleOf({ scene: 'holiday', title: '店庆礼', when: { onDate: '2027-05-01' } })
    expect(sentenceOfRule(once)).toBe('店庆礼，每位会员一次')
  })
})
