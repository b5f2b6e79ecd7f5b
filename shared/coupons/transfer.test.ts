import { fiveOff } from '../../dev/harness/coupon-bills'
import { admitAccept, admitOffer, admitWithdraw, type Offer } from './transfer'

const now = Date.parse('2026-03-20T06:30:00Z')
const at = { now, todayOn: '2026-03-20' }
const mine = { ...fiveOff, transferable: true }
const offer: Offer = {
  ...{ couponId: 'c1', giverId: 'anna', state: 'open', untilAt: now + 1, takerId: null },
}
const codeOf = (outcome: { ok: boolean; code?: string }) => outcome.code ?? 'ok'

describe('a coupon', () => {
  const heldBy = { id: 'proposal', staffId: 'clerk', untilAt: now + 1 }
  it.each([
    ['ok', mine],
    ['COUPON_NOT_TRANSFERABLE', fiveOff],
    ['COUPON_TRANSFERRED', { ...mine, transferred: { at: 1, fromId: 'anna' } }],
    ['COUPON_USED', { ...mine, state: 'used' as const }],
    ['COUPON_NOT_FOUND', { ...mine, state: 'revoked' as const }],
    ['COUPON_HELD', { ...mine, state: 'held' as const, heldBy }],
    ['ok', { ...mine, state: 'held' as const, heldBy: { ...heldBy, untilAt: now } }],
    ['COUPON_EXPIRED', { ...mine, expiresOn: '2026-03-19' }],
    ['ok', { ...mine, expiresOn: '2026-03-20' }],
    ['ok', { ...mine, validFromOn: '2026-03-21' }],
  ])('is given away: %s', (code, coupon) => {
    expect(codeOf(admitOffer(coupon, at))).toBe(code)
  })
})

describe('an offer', () => {
  const by = (memberId: string, ownerId = 'anna') => ({ memberId, ownerId, now })
  const others: readonly [string, Offer][] = [
    ['OFFER_TAKEN', { ...offer, state: 'taken', takerId: 'cleo' }],
    ['OFFER_OVER', { ...offer, state: 'withdrawn' }],
    ['OFFER_OVER', { ...offer, state: 'over' }],
    ['OFFER_OVER', { ...offer, untilAt: now }],
    ['ok', offer],
  ]

  it.each(others)('is accepted by a friend: %s', (code, so) => {
    expect(codeOf(admitAccept(so, by('bert')))).toBe(code)
  })

  it('is not its giver’s to accept, whatever her membership is by now', () => {
    expect(codeOf(admitAccept(offer, by('anna')))).toBe('OFFER_OWN')
    expect(codeOf(admitAccept(offer, by('dora', 'dora')))).toBe('OFFER_OWN')
  })

  it.each(others)('is withdrawn by its giver: %s', (code, so) => {
    expect(codeOf(admitWithdraw(so, by('anna')))).toBe(code)
    expect(codeOf(admitWithdraw(so, by('dora', 'dora')))).toBe(code)
    expect(codeOf(admitWithdraw(so, by('bert')))).toBe('OFFER_NOT_FOUND')
  })
})
