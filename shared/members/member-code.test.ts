import { MEMBER_CODE_DIGITS } from '../limits'
import { accept, refusalSentences, refuse } from '../refusal'
import {
  CODE_STEP_MS,
  codeStepOf,
  MEMBER_NUMBER_DIGITS,
  matchCodeStep,
  splitMemberCode,
} from './member-code'

/** A stand-in for the keyed hash: ten digits that name their minute. */
const proofOf = (step: number) => String(step).padStart(10, '0')
const now = 29_000_000

describe('the minute of a code', () => {
  it('changes every sixty seconds, on the minute', () => {
    const start = now * CODE_STEP_MS
    expect(codeStepOf(start - 1)).toBe(now - 1)
    expect(codeStepOf(start)).toBe(now)
    expect(codeStepOf(start + 59_999)).toBe(now)
    expect(codeStepOf(start + 60_000)).toBe(now + 1)
  })

  it.each([0, 1])('accepts the code of %i minutes ago, and says which minute it was', (ago) => {
    expect(matchCodeStep(proofOf(now - ago), now, proofOf)).toEqual(accept(now - ago))
  })

  it.each([2, 3, 60])('refuses a screenshot %i minutes old: 请刷新会员码', (ago) => {
    const refused = matchCodeStep(proofOf(now - ago), now, proofOf)
    expect(refused).toEqual(refuse('CODE_EXPIRED'))
    expect(refusalSentences.CODE_EXPIRED).toContain('请刷新会员码')
  })

  it.each([
    ['a code of the future', proofOf(now + 1)],
    ['a code of long ago', proofOf(now - 61)],
    ['digits made up', '1234567890'],
    ['no digits', ''],
  ])('refuses %s as wrong, not as expired', (_what, proof) => {
    expect(matchCodeStep(proof, now, proofOf)).toEqual(refuse('CODE_INVALID'))
  })
})

describe('the digits of a code', () => {
  it('are the member number and its proof', () => {
    const memberCode = '123456780987654321'
    expect(memberCode).toHaveLength(MEMBER_CODE_DIGITS)
    const { memberNumber, proof } = splitMemberCode(memberCode)
    expect(memberNumber).toBe('12345678')
    expect(memberNumber).toHaveLength(MEMBER_NUMBER_DIGITS)
    expect(proof).toBe('0987654321')
  })
})
