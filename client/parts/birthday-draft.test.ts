import {
  birthdayOfDraft,
  daysOf,
  draftOf,
  inCalendar,
  mayBeLeap,
  monthsOf,
  yearsUntil,
} from './birthday-draft'

describe('a birthday being chosen', () => {
  it('is none until its day is chosen, and then the plainest that it can be', () => {
    expect(birthdayOfDraft(draftOf(null))).toBeNull()
    expect(birthdayOfDraft({ calendar: 'lunar', year: 1963 })).toBeNull()
    const draft = { calendar: 'lunar', month: 8, day: 15, isLeapMonth: false } as const
    expect(birthdayOfDraft(draft)).toStrictEqual({ calendar: 'lunar', month: 8, day: 15 })
  })

  it('keeps what was chosen when the calendar is changed, the leap month excepted', () => {
    const draft = { calendar: 'lunar', month: 6, day: 3, isLeapMonth: true } as const
    const solar = inCalendar(draft, 'solar')
    expect(solar).toEqual({ calendar: 'solar', month: 6, day: 3, isLeapMonth: false })
  })
})

describe('the wheels', () => {
  it('begin with no year and go back to 1900', () => {
    const { texts, values } = yearsUntil('2026-03-10')
    expect(texts.slice(0, 2)).toEqual(['不填年份', '2026年'])
    expect([values[0], values[1], values.at(-1)]).toEqual([undefined, 2026, 1900])
  })

  it('name months and days as each calendar does', () => {
    expect(monthsOf({ calendar: 'lunar' }).texts.slice(-2)).toEqual(['冬月', '腊月'])
    expect(monthsOf({ calendar: 'solar' }).texts[0]).toBe('1月')
    expect(daysOf({ calendar: 'lunar' }, 1).texts[0]).toBe('初一')
    expect(daysOf({ calendar: 'solar' }, 1).texts[30]).toBe('31日')
  })

  it.each([
    [{ calendar: 'solar' }, 2, 29],
    [{ calendar: 'solar', year: 2025 }, 2, 28],
    [{ calendar: 'lunar' }, 12, 30],
    [{ calendar: 'lunar', year: 2024 }, 12, 29],
    [{ calendar: 'lunar', year: 2025 }, 6, 30],
    [{ calendar: 'lunar', year: 2025, isLeapMonth: true }, 6, 29],
  ] as const)('of %j in month %d have %d days', (draft, month, count) => {
    expect(daysOf(draft, month).values).toHaveLength(count)
  })
})

describe('a leap month', () => {
  it.each([
    [{ calendar: 'lunar', month: 6 }, true, 'without a year'],
    [{ calendar: 'lunar', month: 6, year: 2025 }, true, 'in the year that had it'],
    [{ calendar: 'lunar', month: 5, year: 2025 }, false, 'not in another month'],
    [{ calendar: 'lunar', month: 6, year: 2024 }, false, 'not in another year'],
    [{ calendar: 'solar', month: 6 }, false, 'never in the solar calendar'],
    [{ calendar: 'lunar' }, false, 'not before there is a month'],
  ] as const)('may be that of %j: %s, %s', (draft, isPossible, _why) => {
    expect(mayBeLeap(draft)).toBe(isPossible)
  })
})
