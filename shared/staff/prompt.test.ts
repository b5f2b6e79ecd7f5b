import type { Birthday } from '../calendar/birthday'
import { lunarTable } from '../calendar/lunar-table'
import { expiringSoonPoints, type PromptFacts, promptFor } from './prompt'

const nothing: PromptFacts = {
  birthday: null,
  joinedOn: '2025-01-01',
  todayOn: '2026-03-10',
  waitingCount: 0,
  waitingEntryCount: 0,
  couponTitle: null,
  expiringPoints: 0,
  debtPoints: 0,
  benefits: null,
}

describe("the clerk's one line", () => {
  it('is a plain welcome when there is nothing to say', () => {
    expect(promptFor(nothing, lunarTable)).toBe('老朋友来了，打个招呼吧')
  })

  it.each([
    [{ joinedOn: '2026-03-10' }, '今天刚入会，欢迎常来'],
    [{ birthday: solar('1993-03-10') }, '生日前后，说声生日快乐'],
    [{ waitingCount: 2 }, '2 件礼品待自提'],
    [{ waitingEntryCount: 2 }, '2 单接龙待自提'],
    [{ couponTitle: '新人满30减5元券' }, '可用“新人满30减5元券”'],
    [{ expiringPoints: 120 }, '120 积分 30 天内到期'],
    [{ debtPoints: 8 }, '欠 8 积分，本次先抵还'],
    [{ benefits: '金卡会员，积分 1.2 倍' }, '金卡会员，积分 1.2 倍'],
  ])('for %j says %s', (facts, line) => {
    expect(promptFor({ ...nothing, ...facts }, lunarTable)).toBe(line)
  })

  it('says three things at most, the nearest first', () => {
    const everything = {
      birthday: solar('1993-03-11'),
      joinedOn: '2026-03-10',
      todayOn: '2026-03-10',
      waitingCount: 1,
      waitingEntryCount: 1,
      couponTitle: '券',
      expiringPoints: 5,
      debtPoints: 5,
      benefits: '金卡会员，积分 1.2 倍',
    }
    expect(promptFor(everything, lunarTable)).toBe(
      '今天刚入会，欢迎常来；生日前后，说声生日快乐；1 件礼品待自提',
    )
  })
})

describe('the days around a birthday', () => {
  it.each([
    ['1993-03-13', '2026-03-10', true, 'three days ahead'],
    ['1993-03-14', '2026-03-10', false, 'four days ahead'],
    ['1993-03-07', '2026-03-10', true, 'three days ago'],
    ['1993-03-06', '2026-03-10', false, 'four days ago'],
    ['1993-01-01', '2025-12-30', true, 'ahead over New Year'],
    ['1993-12-31', '2026-01-02', true, 'ago over New Year'],
    ['1996-02-29', '2026-02-25', true, 'a leap day is kept on the 28th: three days ahead'],
    ['1996-02-29', '2026-03-03', true, 'a leap day is kept on the 28th: three days ago'],
    ['1996-02-29', '2026-03-04', false, 'a leap day is kept on the 28th: four days ago'],
    ['1996-02-29', '2028-03-03', true, 'a leap day in a leap year: three days ago'],
    ['1996-02-29', '2028-02-25', false, 'a leap day in a leap year: four days ahead'],
  ])('born %s, on %s: %s, %s', (bornOn, todayOn, isNear) => {
    expect(
      promptFor({ ...nothing, birthday: solar(bornOn), todayOn }, lunarTable).includes('生日'),
    ).toBe(isNear)
  })
})

describe('the days around a lunar birthday', () => {
  it.each([
    ['2026-09-22', true, 'three days before Mid-Autumn'],
    ['2026-09-21', false, 'four days before it'],
    ['2026-09-28', true, 'three days after it'],
    ['2025-09-28', false, 'where it was the year after'],
  ])('born on 八月十五, on %s: %s, %s', (todayOn, isNear) => {
    const birthday: Birthday = { calendar: 'lunar', month: 8, day: 15, year: 1960 }
    const prompt = promptFor({ ...nothing, birthday, todayOn }, lunarTable)
    expect(prompt.includes('生日')).toBe(isNear)
  })
})

function solar(bornOn: string): Birthday {
  const [year, month = 0, day = 0] = bornOn.split('-').map(Number)
  return { calendar: 'solar', month, day, year }
}

describe('points that expire soon', () => {
  it('are those whose last day is today or within 30 days', () => {
    const lots = [
      { expiresOn: '2026-02-28', points: 1 },
      { expiresOn: '2026-03-31', points: 10 },
      { expiresOn: '2026-04-30', points: 100 },
    ]
    expect(expiringSoonPoints(lots, '2026-03-01')).toBe(10)
    expect(expiringSoonPoints(lots, '2026-03-31')).toBe(110)
    expect(expiringSoonPoints(lots, '2026-04-01')).toBe(100)
    expect(expiringSoonPoints(lots, '2026-05-01')).toBe(0)
  })
})
