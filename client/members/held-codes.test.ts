import { codeGroups, heldCodeAt, newlySettled, turnOf } from './held-codes'

const minute = 60_000
const codes = [0, 1, 2].map((step) => ({
  memberCode: `${step}`.repeat(18),
  fromAt: step * minute,
  untilAt: (step + 1) * minute,
}))

describe('the codes that a phone holds', () => {
  it('turns the page by itself at the full minute', () => {
    expect(heldCodeAt(codes, minute - 1)?.memberCode).toBe('0'.repeat(18))
    expect(heldCodeAt(codes, minute)?.memberCode).toBe('1'.repeat(18))
  })

  it('has none left after the last minute, and shows no old one', () => {
    expect(heldCodeAt(codes, 3 * minute)).toBeNull()
  })

  it('counts the seconds down to the turn', () => {
    expect(turnOf({ memberCode: '', fromAt: 0, untilAt: minute }, 15_000)).toEqual({
      seconds: 45,
      part: 0.75,
    })
  })

  it('groups the digits for reading aloud', () => {
    expect(codeGroups('123456789012345678')).toEqual(['1234', '5678', '9012', '345', '678'])
  })
})

describe('a purchase booked while the code is shown', () => {
  it('is told once', () => {
    const before = answer(null)
    const after = answer('p1')
    expect(newlySettled(before, after)?.purchaseId).toBe('p1')
    expect(newlySettled(after, answer('p1'))).toBeNull()
  })

  it('is not told when it was there before the page opened', () => {
    expect(newlySettled(null, answer('p1'))).toBeNull()
  })

  it('is told again for the next one', () => {
    expect(newlySettled(answer('p1'), answer('p2'))?.purchaseId).toBe('p2')
  })
})

function answer(purchaseId: string | null) {
  const settled = { storeName: '云栖路店', paidFen: 9999, earnedPoints: 99, at: 0 }
  return {
    serverNow: 0,
    memberCode: '',
    codes,
    nickname: '',
    avatar: 'preset:peach',
    balancePoints: 0,
    usableCouponCount: 0,
    proposal: null,
    lastSettled: purchaseId === null ? null : { purchaseId, ...settled },
  }
}
