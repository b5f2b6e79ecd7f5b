import fc from 'fast-check'
import { liveThrough, randomDeed } from '../../dev/harness/random-history'
import { fallDue } from '../points/due'
import { burn, clawBack, earn, expireDue } from '../points/ledger'
import { type Lot, putInto, sumOf } from '../points/lots'
import { emptyAccount, type PointsAccount } from '../points/points-account'
import type { Outcome } from '../refusal'
import {
  countEarned,
  cutToCaps,
  type EarnedCount,
  mergeEarned,
  withoutEarned,
} from '../rules/earning'
import { newShop } from '../rules/shop'
import { merge, unmerge } from './merging'

const todayOn = '2026-11-25'
const march = '2027-03-31'
const april = '2027-04-30'
const accountOf = (lots: readonly Lot[], debtPoints = 0): PointsAccount => ({
  ...emptyAccount,
  balancePoints: sumOf(lots),
  debtPoints,
  lots: lots.reduce<readonly Lot[]>(putInto, []),
})
const lot = (expiresOn: string, points: number): Lot => ({ expiresOn, points })
const worthOf = ({ balancePoints, debtPoints }: PointsAccount) => balancePoints - debtPoints

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

const merged = (from: PointsAccount, into: PointsAccount) => accepted(merge({ from, into }))

describe('merging two memberships', () => {
  it('moves every lot with its date, in two entries that balance', () => {
    const from = accountOf([lot(march, 30), lot(april, 50)])
    const { from: out, into } = merged(from, accountOf([lot(march, 5)]))
    expect(out.account).toEqual(emptyAccount)
    expect(into.account).toEqual(accountOf([lot(march, 35), lot(april, 50)]))
    expect([out.movement.points, into.movement.points]).toEqual([-80, 80])
    expect(out.movement.posting).toEqual({ from: 'member', to: 'program:merged', points: 80 })
    expect(into.movement.posting).toEqual({ from: 'program:merged', to: 'member', points: 80 })
  })

  it('repays the other one’s debt with what expires soonest, whichever side owes', () => {
    const lots = [lot(march, 30), lot(april, 50)]
    expect(merged(accountOf(lots), accountOf([], 40)).into.account).toEqual(
      accountOf([lot(april, 40)]),
    )
    const { from, into } = merged(accountOf([], 40), accountOf(lots))
    expect(from.account).toEqual(emptyAccount)
    expect(into.account).toEqual(accountOf([lot(april, 40)]))
    expect(merged(accountOf([], 90), accountOf(lots)).into.account).toEqual(accountOf([], 10))
    expect(merged(accountOf([], 9), accountOf([], 4)).into.account).toEqual(accountOf([], 13))
  })

  it('is refused while either is frozen, and while points of the one are on their way', () => {
    const frozen = { ...accountOf([]), frozen: { on: todayOn, reason: '核对' } }
    expect(merge({ from: frozen, into: emptyAccount })).toMatchObject({ code: 'ACCOUNT_FROZEN' })
    expect(merge({ from: emptyAccount, into: frozen })).toMatchObject({ code: 'ACCOUNT_FROZEN' })
    const promise = { entryKey: 'p', points: 5, releasesOn: '2026-12-01', expiresOn: march }
    const pending = [{ ...promise, storeId: null, receiptNo: null }]
    const waiting = { ...emptyAccount, pending, pendingPoints: 5 }
    expect(merge({ from: waiting, into: emptyAccount })).toMatchObject({
      code: 'MERGE_PENDING',
      detail: { releasesOn: '2026-12-01' },
    })
    expect(merge({ from: emptyAccount, into: waiting })).toMatchObject({ ok: true })
  })
})

describe('undoing a merge', () => {
  const lots = [lot(march, 30), lot(april, 50)]

  it('is refused when moved points were spent, with what is missing', () => {
    const { from, into, moved } = merged(accountOf(lots), accountOf([]))
    const spent = accepted(burn(into.account, 10)).account
    expect(unmerge({ from: from.account, into: spent }, moved, todayOn)).toMatchObject({
      code: 'MERGE_SPENT',
      detail: { missingPoints: 10, expiresOn: march },
    })
  })

  it('does not ask for what has expired meanwhile', () => {
    const { from, into, moved } = merged(accountOf(lots), accountOf([]))
    const expired = expireDue(into.account, april).at(-1)?.account ?? into.account
    const back = accepted(unmerge({ from: from.account, into: expired }, moved, april))
    expect(back.from.account.lots).toEqual([lot(april, 50)])
    expect(back.into.account.balancePoints).toBe(0)
    expect(back.into.account.expiredLots).toEqual([])
    const refunded = clawBack(back.from.account, 30, { expiresOn: march, todayOn: april })
    expect(refunded.account).toMatchObject({ balancePoints: 50, debtPoints: 0, expiredLots: [] })
  })

  it('lets what was earned since repay the debt that is there again', () => {
    const { from, into, moved } = merged(accountOf(lots), accountOf([], 40))
    const since = earn(into.account, 25, '2027-11-30').account
    const back = accepted(unmerge({ from: from.account, into: since }, moved, todayOn))
    expect(back.from.account).toEqual(accountOf(lots))
    expect(back.into.account).toEqual(accountOf([], 15))
  })

  it('is refused when the debt that was brought has been repaid', () => {
    const { from, into, moved } = merged(accountOf([], 40), accountOf([]))
    const since = earn(into.account, 25, '2027-11-30').account
    expect(unmerge({ from: from.account, into: since }, moved, todayOn)).toMatchObject({
      code: 'MERGE_SPENT',
      detail: { missingPoints: 25 },
    })
  })

  it('restores both sides of any two histories, and the totals are the same throughout', () => {
    const deeds = fc.array(randomDeed, { minLength: 5, maxLength: 30 })
    let mergedCount = 0
    fc.assert(
      fc.property(deeds, deeds, (one, other) => {
        const histories = [liveThrough('2025-01-10', one), liveThrough('2025-01-10', other)]
        const onBoth = histories.map(({ todayOn: on }) => on).sort()[1] ?? todayOn
        const [from, into] = histories.map(
          ({ account }) => fallDue(account, onBoth).at(-1)?.step.account ?? account,
        )
        if (!from || !into) throw new Error('two histories')
        const outcome = merge({ from, into })
        if (!outcome.ok) return
        mergedCount += 1
        const after = outcome.value
        expect(worthOf(after.into.account)).toBe(worthOf(from) + worthOf(into))
        expect(worthOf(after.from.account)).toBe(0)
        expect(after.from.movement.points + after.into.movement.points).toBe(0)
        const both = { from: after.from.account, into: after.into.account }
        const back = accepted(unmerge(both, after.moved, onBoth))
        expect(back.from.account).toEqual(from)
        expect(back.into.account).toEqual(into)
      }),
      { numRuns: 300 },
    )
    expect(mergedCount).toBeGreaterThan(50)
  })
})

describe('what two memberships have earned', () => {
  const earned = (on: string, dayPoints: number, monthPoints: number): EarnedCount => ({
    on,
    dayPoints,
    monthPoints,
  })

  it('counts together for the caps, each for its own day and month', () => {
    const today = earned('2026-03-10', 5, 20)
    expect(mergeEarned(today, earned('2026-03-10', 7, 9))).toEqual(earned('2026-03-10', 12, 29))
    expect(mergeEarned(earned('2026-03-02', 7, 9), today)).toEqual({
      ...earned('2026-03-10', 5, 29),
      earlier: [{ of: '2026-03-02', points: 7 }],
    })
    expect(mergeEarned(today, earned('2026-02-28', 7, 9))).toMatchObject(today)
    expect(mergeEarned(null, today)).toEqual(today)
    expect(mergeEarned(null, null)).toBeNull()
  })

  it('is parted again as it was, whatever the one has earned since', () => {
    const earning = (...days: [on: string, points: number][]) =>
      days.reduce<EarnedCount | null>((so, [on, points]) => countEarned(so, points, on), null)
    const her = earning(['2026-02-27', 3], ['2026-03-02', 7], ['2026-03-09', 11])
    const other = earning(['2026-02-27', 40], ['2026-03-09', 50], ['2026-03-10', 60])
    const later = (so: EarnedCount | null) => countEarned(so, 5, '2026-03-12')
    const parted = withoutEarned(later(mergeEarned(her, other)), other)
    const rule = { ...newShop.earnRule, dayCapPoints: 20, monthCapPoints: 30 }
    for (const on of ['2026-02-27', '2026-03-02', '2026-03-09', '2026-03-10', '2026-03-12']) {
      const roomOf = (earned: EarnedCount | null) => cutToCaps(100, rule, { earned, on })
      expect([on, roomOf(parted)]).toEqual([on, roomOf(later(her))])
    }
    expect([withoutEarned(null, other), withoutEarned(her, null)]).toEqual([null, her])
  })
})
