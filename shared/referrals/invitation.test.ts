import {
  countOfMonth,
  type InvitationFacts,
  invitationBy,
  invitedOccasion,
  judgeInvitation,
  shownState,
  whySentence,
} from './invitation'

const facts: InvitationFacts = {
  ...{ joinedOn: '2026-03-01', todayOn: '2026-03-18', invitedId: 'b', inviterId: 'a' },
  ...{ inviterChain: [], waitDays: 7, grantedThisMonth: 0, monthCapCount: 10 },
  firstPurchase: { on: '2026-03-10', receiptMemberIds: ['b'] },
}
const judge = (change: Partial<InvitationFacts>, isCleared = false) =>
  judgeInvitation({ ...facts, ...change }, isCleared)

describe('an invitation', () => {
  it('begins with who joins by it, and is looked at from the next day on', () => {
    const joined = { memberId: 'b', todayOn: '2026-03-01' }
    expect(invitationBy('a', joined)).toMatchObject({ state: 'pending', checkOn: '2026-03-02' })
    expect(invitationBy('b', joined)).toBeNull()
    expect(invitationBy(undefined, joined)).toBeNull()
  })

  it.each<[string, Partial<InvitationFacts>, object]>([
    ['brings both their gift once the purchase has stood', {}, { state: 'granted' }],
    ['waits on the last day of return', { todayOn: '2026-03-17' }, { checkOn: '2026-03-18' }],
    ['waits while nothing was bought', { firstPurchase: null }, { checkOn: '2026-03-19' }],
    [
      'ends half a year after joining without a purchase',
      { firstPurchase: null, todayOn: '2026-08-29' },
      { state: 'refused', why: 'notBought' },
    ],
    ['of one person on both sides is refused', { invitedId: 'a' }, { why: 'self' }],
    ['in a ring waits for a person', { inviterChain: ['c', 'b'] }, { state: 'held', why: 'ring' }],
    [
      'with one receipt on both sides waits for a person',
      { firstPurchase: { on: '2026-03-10', receiptMemberIds: ['b', 'a'] } },
      { state: 'held', why: 'sameReceipt' },
    ],
    ['beyond the cap of the month is refused', { grantedThisMonth: 10 }, { why: 'monthCap' }],
    ['in a shop that gives nothing is refused', { waitDays: null }, { why: 'notOffered' }],
  ])('%s', (_name, change, verdict) => {
    expect(judge(change)).toMatchObject(verdict)
  })

  it('that a person has let go on is not held again, but is bound by the cap', () => {
    expect(judge({ inviterChain: ['b'] }, true)).toEqual({ state: 'granted' })
    expect(judge({ inviterChain: ['b'], grantedThisMonth: 10 }, true)).toMatchObject({
      why: 'monthCap',
    })
    expect(judge({ invitedId: 'a' }, true)).toMatchObject({ why: 'self' })
  })

  it('that waits for a person is pending to its members', () => {
    expect(shownState({ state: 'held' })).toBe('pending')
    expect(shownState({ state: 'refused' })).toBe('refused')
    expect(whySentence('monthCap')).toMatch(/上限/)
  })
})

describe('gifts of a month', () => {
  it('are counted by the keys of the inviter, over all rules of invitations', () => {
    const keyOf = (ruleId: string, on: string, who: string) =>
      `${ruleId}:a:${invitedOccasion(who, on)}`
    const grants = [
      keyOf('refer', '2026-03-18', 'b'),
      keyOf('refer-2', '2026-03-30', 'c'),
      keyOf('refer', '2026-02-18', 'd'),
      'welcome:a:once',
    ]
    expect(countOfMonth(grants, ['refer', 'refer-2'], '2026-03-31')).toBe(2)
    expect(countOfMonth(grants, ['refer'], '2026-02-01')).toBe(1)
  })
})
