import { countSpellings } from '../../dev/harness/spellings/counts'
import { readWhole } from './whole'

describe('a whole number', () => {
  it.each(countSpellings.meant)('is meant by %j as %i', (typed, value) => {
    expect(readWhole(typed, { most: 99_999 })).toEqual({ ok: true, value })
  })

  it.each(countSpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readWhole(typed, { most: 99_999 })).toEqual({ ok: false, fault })
  })

  it('keeps to its bounds', () => {
    expect(readWhole('0', { least: 1 })).toEqual({ ok: false, fault: 'tooSmall' })
    expect(readWhole('9', { most: 8 })).toEqual({ ok: false, fault: 'tooLarge' })
  })
})
