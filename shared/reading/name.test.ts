import { readName } from './name'

const family = '👨‍👩‍👧‍👦'

describe('what somebody is called', () => {
  it.each([
    ['林晓棠', '林晓棠'],
    [' 林 晓棠　', '林 晓棠'],
    ['小\u202E雨', '小雨'],
    ['小\u200B雨', '小雨'],
    ['二'.repeat(20), '二'.repeat(20)],
    [family.repeat(10), family.repeat(10)],
    [family.repeat(20), family.repeat(20)],
    ['🇨🇳小雨', '🇨🇳小雨'],
    [`二\u200B`.repeat(20), '二'.repeat(20)],
  ])('is read: %s', (typed, value) => {
    expect(readName(typed, 20)).toEqual({ ok: true, value })
  })

  it.each(['', '   ', '\u3000', '\u3164', '\u200B', '\u202E\u202C', '\u2800', '\u0301', '\uFE0F'])(
    'is nothing that is seen: %j',
    (typed) => {
      expect(readName(typed, 20)).toEqual({ ok: false, fault: 'blank' })
    },
  )

  it.each([
    ['one letter more', '二'.repeat(21)],
    ['one family more', family.repeat(21)],
    ['a letter under a hundred marks', `二${'\u0301'.repeat(400)}`],
    ['a page of hidden letters', '\u200B'.repeat(100_000)],
  ])('is too long: %s', (_name, typed) => {
    expect(readName(typed, 20)).toEqual({ ok: false, fault: 'nameLength' })
  })
})
