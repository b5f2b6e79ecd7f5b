import fc from 'fast-check'
import { keywordFault } from '../../dev/localcloud/openapi/message-keywords'
import { fitKeyword } from './keyword'

const at = (time: string) => Date.parse(`2026-03-10T${time}+08:00`)

describe('what fits into a keyword', () => {
  it.each([
    ['thing1', '长'.repeat(20), '长'.repeat(20)],
    ['thing1', '长'.repeat(21), `${'长'.repeat(19)}…`],
    ['thing1', `${'长'.repeat(18)}🎁🎁`, `${'长'.repeat(18)}…`],
    ['thing1', '生日\n礼\u200B', '生日 礼'],
    ['thing1', '  ', null],
    ['thing1', undefined, null],
    ['phrase2', '已过期', '已过期'],
    ['phrase2', '一二三四五六', null],
    ['phrase2', 'VIP', null],
    ['character_string1', '1234 5678', null],
    ['character_string1', '123456789012', '123456789012'],
    ['character_string1', '1'.repeat(33), null],
    ['date2', '2026-03-31', '2026年3月31日'],
    ['date2', '2026-02-30', null],
    ['time2', at('09:05:00'), '2026年3月10日 09:05'],
    ['time2', 0, null],
    ['number3', -12, '-12'],
    ['number3', 1.5, null],
    ['amount3', 1205, '12.05元'],
    ['amount3', 1_000_000_000_000, null],
    ['poem1', 'x', null],
    ['constructor1', 'x', null],
  ])('%s of %p is %p', (keyword, value, fitting) => {
    expect(fitKeyword(keyword, value)).toBe(fitting)
  })

  it('is never refused by the platform, whatever was typed', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.integer(),
      fc.date().map(dated),
    )
    const keywords = ['thing1', 'phrase1', 'character_string1', 'date1', 'time1', 'number1']
    fc.assert(
      fc.property(fc.constantFrom(...keywords, 'amount1'), value, (keyword, typed) => {
        const fitting = fitKeyword(keyword, typed)
        if (fitting !== null)
          expect([typed, keywordFault(keyword, fitting)]).toEqual([typed, undefined])
      }),
      { numRuns: 2_000 },
    )
  })
})

const dated = (date: Date) => (Number.isNaN(date.valueOf()) ? '' : date.toISOString().slice(0, 10))
