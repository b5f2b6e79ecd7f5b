import { fiveOff, inTime } from '../../dev/harness/coupon-bills'
import { accept, refuse } from '../refusal'
import {
  admitUse,
  isHeldFrom,
  isUsableIn,
  newTemplates,
  returnedCouponExpiryOf,
  stateAt,
  validDatesOf,
} from './coupon'
import { noLimits } from './coupon-limits'

const hold = { id: 'proposal', staffId: 'dong', untilAt: inTime.now + 1 }
const held = { ...fiveOff, state: 'held', heldBy: hold } as const

describe('the use of a coupon', () => {
  it.each(['2026-03-10', '2026-04-08'])('is free on %s, its first and its last day', (on) => {
    expect(admitUse(fiveOff, { ...inTime, todayOn: on })).toEqual(accept(null))
  })

  it.each([
    ['used', {}, 'COUPON_USED'],
    ['revoked', {}, 'COUPON_NOT_FOUND'],
    ['issued', { todayOn: '2026-03-09' }, 'COUPON_NOT_YET'],
    ['issued', { todayOn: '2026-04-09' }, 'COUPON_EXPIRED'],
  ] as const)('of one that is %s, with %j, is refused as %s', (state, change, code) => {
    const refused = admitUse({ ...fiveOff, state }, { ...inTime, ...change })
    expect(refused).toMatchObject({ ok: false, code })
  })

  it('says that it was used rather than that it expired since', () => {
    const late = { ...inTime, todayOn: '2026-12-01' }
    expect(admitUse({ ...fiveOff, state: 'used' }, late)).toEqual(refuse('COUPON_USED'))
  })

  it('asks its limits', () => {
    const own = { ...fiveOff, limits: { ...noLimits, storeIds: ['hebin'] } }
    expect(admitUse(own, inTime)).toEqual(refuse('COUPON_STORE'))
  })
})

describe('a coupon that is held', () => {
  it('is kept from others until its time is over, with the same last day', () => {
    expect(admitUse(held, inTime)).toEqual(refuse('COUPON_HELD'))
    expect(admitUse(held, { ...inTime, now: hold.untilAt })).toEqual(accept(null))
    expect(stateAt(held, inTime)).toBe('held')
    expect(stateAt(held, { ...inTime, now: hold.untilAt })).toBe('issued')
    expect(stateAt(held, { now: hold.untilAt, todayOn: '2026-04-09' })).toBe('expired')
  })

  it('is free for what holds it, and for the same staff who begin anew', () => {
    const by = (holder: { id: string; staffId: string }) => ({ ...inTime, holder })
    expect(isHeldFrom(held, by({ id: 'proposal', staffId: 'xi' }))).toBe(false)
    expect(isHeldFrom(held, by({ id: 'another', staffId: 'dong' }))).toBe(false)
    expect(isHeldFrom(held, by({ id: 'another', staffId: 'xi' }))).toBe(true)
  })
})

describe('the days of a coupon', () => {
  const [template] = newTemplates
  const daysOf = (validity: Parameters<typeof validDatesOf>[1]['validity']) =>
    validDatesOf('2026-03-10', { validity })

  it.each([
    [30, '2026-04-08', 'the day of issue is the first of thirty'],
    [1, '2026-03-10', 'for one day'],
  ])('with %i days it lives until %s: %s', (validDays, expiresOn) => {
    expect(daysOf({ validDays })).toEqual({ validFromOn: '2026-03-10', expiresOn })
  })

  it('are the dates of its template, whenever it was issued', () => {
    const validity = { validFromOn: '2026-05-01', validUntilOn: '2026-05-05' }
    expect(daysOf(validity)).toEqual({ validFromOn: '2026-05-01', expiresOn: '2026-05-05' })
  })

  it('of a new shop are thirty', () => {
    expect(template?.validity).toEqual({ validDays: 30 })
  })

  it.each([
    ['2026-04-08', '2026-03-20', '2026-04-08', 'it has longer than that: it keeps its day'],
    ['2026-04-08', '2026-04-01', '2026-04-08', 'exactly a week is left'],
    ['2026-04-08', '2026-04-02', '2026-04-09', 'less than a week is left'],
    ['2026-04-08', '2026-05-20', '2026-05-27', 'it has expired meanwhile'],
  ])('of %s, returned on %s, it lives until %s: %s', (expiresOn, todayOn, expected) => {
    expect(returnedCouponExpiryOf({ expiresOn, returnedAt: null }, todayOn)).toBe(expected)
  })

  it('grow by a return once: the next one leaves them as they are', () => {
    const back = { expiresOn: '2026-05-27', returnedAt: inTime.now }
    expect(returnedCouponExpiryOf(back, '2026-06-20')).toBe('2026-05-27')
  })
})

describe("a coupon in the staff's one line", () => {
  it('is named on its days and in its stores only, and when a bill may take it', () => {
    const west = { ...fiveOff, limits: { ...noLimits, storeIds: ['west'] } }
    const here = { ...inTime, storeId: 'west' }
    expect(isUsableIn(west, here)).toBe(true)
    expect(isUsableIn(west, { ...here, storeId: 'east' })).toBe(false)
    expect(isUsableIn(west, { ...here, todayOn: '2026-04-09' })).toBe(false)
    expect(isUsableIn({ ...west, state: 'used' }, here)).toBe(false)
    const { faceFen: _face, ...rest } = west
    expect(isUsableIn({ ...rest, kind: 'gift', thing: '小蛋糕' }, here)).toBe(false)
  })
})
