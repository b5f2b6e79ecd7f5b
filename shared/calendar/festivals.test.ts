import { festivalsOn, lunarMarkOf } from './festivals'
import { lunarTable } from './lunar-table'

const namesOn = (on: string) => festivalsOn(on, lunarTable).map(({ name }) => name)

describe('the festivals of a date', () => {
  it.each([
    ['2026-02-16', ['除夕'], 'the last day of a lunar year of 29 days in its last month'],
    ['2026-02-17', ['春节'], 'the first of the next'],
    ['2026-01-26', ['腊八'], 'the eighth of the last month'],
    ['2026-04-05', ['清明'], 'a solar term'],
    ['2026-05-01', ['劳动节'], 'a solar day'],
    ['2020-10-01', ['中秋节', '国庆节'], 'two on one day'],
    ['2026-03-10', [], 'a day like any other'],
  ])('on %s are %j: %s', (on, names) => {
    expect(namesOn(on)).toEqual(names)
  })

  it('say which of them a gift may be given on', () => {
    const ids = (on: string) => festivalsOn(on, lunarTable).map(({ holidayId }) => holidayId)
    expect(ids('2026-09-25')).toEqual(['zhongqiu'])
    expect(ids('2026-05-01')).toEqual([null])
  })
})

describe('the lunar day under a date', () => {
  it.each([
    ['2026-09-25', '十五'],
    ['2025-07-25', '闰六月'],
    ['2025-07-26', '初二'],
    ['2026-02-17', '正月'],
    ['1900-01-30', ''],
  ])('on %s is “%s”', (on, mark) => {
    expect(lunarMarkOf(on, lunarTable)).toBe(mark)
  })
})
