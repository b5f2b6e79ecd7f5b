import { phoneSpellings } from '../../dev/harness/spellings/numbers'
import { readPhone } from './phone'

describe('a mobile number', () => {
  it.each(phoneSpellings.meant)('is meant by %j as %s', (typed, value) => {
    expect(readPhone(typed)).toEqual({ ok: true, value })
  })

  it.each(phoneSpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readPhone(typed)).toEqual({ ok: false, fault })
  })
})
