import { clawBackEarn, earnOrHold, releaseDue, releasesOnOf } from './pending'
import { emptyAccount, type PointsAccount } from './points-account'

const march = '2027-03-31'
const wish = {
  entryKey: 'purchase:1',
  points: 99,
  releasesOn: '2026-03-17',
  expiresOn: march,
  storeId: 'east',
  receiptNo: '0815',
}
const indebted: PointsAccount = { ...emptyAccount, debtPoints: 40 }
const held = (account = emptyAccount) => earnOrHold(account, wish)

describe('points that are pending', () => {
  it('are promised, not in the balance, and repay no debt yet', () => {
    const step = held(indebted)
    expect(step.account).toMatchObject({ balancePoints: 0, debtPoints: 40, pendingPoints: 99 })
    expect(step.movement).toMatchObject({
      kind: 'earn',
      posting: { from: 'program:issued', to: 'program:pending', points: 99 },
      points: 0,
      lotChanges: [],
    })
    expect(releasesOnOf(step, 'purchase:1')).toBe('2026-03-17')
  })

  it('come at once when the rule says so, and when there are none', () => {
    const atOnce = earnOrHold(emptyAccount, { ...wish, releasesOn: null })
    expect(atOnce.account).toMatchObject({ balancePoints: 99, pendingPoints: 0 })
    expect(releasesOnOf(atOnce, 'purchase:1')).toBeNull()
    const none = earnOrHold(emptyAccount, { ...wish, points: 0 })
    expect(none.account.pending).toEqual([])
    expect(none.movement).toMatchObject({ kind: 'earn', points: 0 })
  })

  it('never make a list without end: after 100 the next come at once', () => {
    let account = emptyAccount
    for (let made = 0; made < 101; made += 1) {
      account = earnOrHold(account, { ...wish, entryKey: `purchase:${made}` }).account
    }
    expect(account).toMatchObject({ pendingPoints: 9_900, balancePoints: 99 })
    expect(account.pending).toHaveLength(100)
  })

  it('are released a few at a time, since every release is an entry', () => {
    let account = emptyAccount
    for (let made = 0; made < 100; made += 1) {
      account = earnOrHold(account, { ...wish, entryKey: `purchase:${made}` }).account
    }
    const counts: number[] = []
    for (let opened = 0; opened < 5; opened += 1) {
      const released = releaseDue(account, '2026-03-17')
      counts.push(released.length)
      account = released.at(-1)?.step.account ?? account
    }
    expect(counts).toEqual([30, 30, 30, 10, 0])
    expect(account).toMatchObject({ balancePoints: 9_900, pendingPoints: 0 })
  })

  it('are released on their day, the soonest first, and then repay debt', () => {
    const later = { ...wish, entryKey: 'purchase:0', releasesOn: '2026-03-18' }
    const both = earnOrHold(earnOrHold(indebted, later).account, wish).account
    expect(releaseDue(both, '2026-03-16')).toEqual([])
    const [first] = releaseDue(both, '2026-03-17')
    expect(first?.pending.entryKey).toBe('purchase:1')
    expect(first?.step.account).toMatchObject({
      balancePoints: 59,
      debtPoints: 0,
      pendingPoints: 99,
      lots: [{ expiresOn: march, points: 59 }],
    })
    expect(first?.step.movement).toMatchObject({
      kind: 'release',
      posting: { from: 'program:pending', to: 'member', points: 99 },
      debtChangePoints: -40,
    })
    expect(releaseDue(both, '2026-03-18')).toHaveLength(2)
  })
})

describe('a refund of a purchase whose points are pending', () => {
  const terms = {
    entryKey: 'purchase:1',
    points: 99,
    expiresOn: march,
    todayOn: '2026-03-18',
  }

  it('takes them from what is pending, and from nothing else', () => {
    const account = {
      ...held().account,
      balancePoints: 10,
      lots: [{ expiresOn: march, points: 10 }],
    }
    const steps = clawBackEarn(account, terms)
    expect(steps).toHaveLength(1)
    expect(steps[0]?.account).toMatchObject({ balancePoints: 10, pendingPoints: 0, pending: [] })
    expect(steps[0]?.movement).toMatchObject({
      kind: 'reverse',
      posting: { from: 'program:pending', to: 'program:reversed', points: 99 },
      points: 0,
    })
  })

  it('takes a part of them, and what is beyond them as ever', () => {
    const part = clawBackEarn(held().account, { ...terms, points: 40 })
    expect(part.at(-1)?.account.pendingPoints).toBe(59)
    const beyond = clawBackEarn(held().account, { ...terms, points: 120 })
    expect(beyond.map(({ movement }) => movement.posting.points)).toEqual([99, 21])
    expect(beyond.at(-1)?.account).toMatchObject({ pendingPoints: 0, debtPoints: 21 })
  })

  it('takes from the lots once they were released, and nothing of another purchase', () => {
    const released = releaseDue(held().account, '2026-03-17')[0]?.step.account ?? emptyAccount
    expect(clawBackEarn(released, terms)[0]?.account.balancePoints).toBe(0)
    const other = clawBackEarn(held().account, { ...terms, entryKey: 'purchase:2' })
    expect(other[0]?.account).toMatchObject({ pendingPoints: 99, debtPoints: 99 })
  })
})
