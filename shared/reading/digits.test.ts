import { codeSpellings, MEMBER_CODE, PICKUP_CODE } from '../../dev/harness/spellings/codes'
import { readDigits } from './digits'

describe('the figures of a code', () => {
  it.each(codeSpellings.member)('of a member are in %j', (typed) => {
    expect(readDigits(typed, 18)).toEqual({ ok: true, value: MEMBER_CODE })
  })

  it.each(codeSpellings.pickup)('of a pick-up are in %j', (typed) => {
    expect(readDigits(typed, 12)).toEqual({ ok: true, value: PICKUP_CODE })
  })

  it.each(codeSpellings.incomplete)('are too few in %j', (typed) => {
    expect(readDigits(typed, 18)).toEqual({ ok: false, fault: 'digitCount' })
  })

  it.each(codeSpellings.foreign)('are not all that stands in %j', (typed) => {
    const read = readDigits(typed, 18)
    expect(read.ok ? read.value : read.fault).toMatch(/^(notDigits|digitCount)$/)
  })

  it('are none where nothing is', () => {
    expect(readDigits(' \u200b-')).toEqual({ ok: false, fault: 'blank' })
  })
})
