import { codeSpellings, MEMBER_CODE, PICKUP_CODE } from '../../dev/harness/spellings/codes'
import { readCode } from './scanned-code'

describe('a code that a clerk scanned or typed', () => {
  it('is a member code with 18 digits', () => {
    expect(readCode('123456789012345678')).toEqual({
      kind: 'member',
      memberCode: '123456789012345678',
    })
  })

  it('is a pick-up code with 12 digits', () => {
    expect(readCode('123456789012')).toEqual({ kind: 'pickup', pickupCode: '123456789012' })
  })

  it('may be pasted in its groups', () => {
    expect(readCode(' 1234 5678 9012 3456 78\n')).toEqual({
      kind: 'member',
      memberCode: '123456789012345678',
    })
    expect(readCode('1234-5678-9012')).toEqual({ kind: 'pickup', pickupCode: '123456789012' })
  })

  it.each(['', '1234', '12345678901', '1234567890123'])('is incomplete as "%s"', (text) => {
    expect(readCode(text)).toEqual({ kind: 'incomplete' })
  })

  it.each(['https://example.com/1', '1234567890123456789', '12345678901a'])(
    'is not ours as "%s"',
    (text) => {
      expect(readCode(text)).toEqual({ kind: 'foreign' })
    },
  )

  it.each(codeSpellings.member)('is that member\u2019s as %j', (text) => {
    expect(readCode(text)).toEqual({ kind: 'member', memberCode: MEMBER_CODE })
  })

  it.each(codeSpellings.pickup)('is that pick-up\u2019s as %j', (text) => {
    expect(readCode(text)).toEqual({ kind: 'pickup', pickupCode: PICKUP_CODE })
  })

  it.each(codeSpellings.incomplete)('lacks figures as %j', (text) => {
    expect(readCode(text)).toEqual({ kind: 'incomplete' })
  })

  it.each(codeSpellings.foreign)('is nobody\u2019s as %j', (text) => {
    expect(readCode(text)).toEqual({ kind: 'foreign' })
  })
})
