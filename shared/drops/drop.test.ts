import {
  admitChange,
  admitClaim,
  admitClaimant,
  admitPlan,
  admitTime,
  type DropPlan,
  type DropTimes,
  type DropVisit,
  stateAt,
} from './drop'

const NOW = Date.parse('2026-03-10T02:00:00Z')
const MINUTE_MS = 60_000
const plan: DropPlan = {
  ...{ title: '周五咖啡券', terms: '', templateId: 'coffee' },
  ...{ opensAt: NOW + MINUTE_MS, closesAt: NOW + 61 * MINUTE_MS },
  who: { joinedBeforeOn: null, tierFrom: null },
  quotas: [
    { communityId: 'east', quota: 100 },
    { communityId: 'west', quota: 5_000 },
  ],
}
const quota = (count: number) => [{ communityId: 'east', quota: count }]

describe('a claim', () => {
  const drop = {
    ...{ opensAt: 100, closesAt: 200, closedAt: null, cancelledAt: null },
    quotas: [{ communityId: 'east', quota: 30 }],
    who: { joinedBeforeOn: '2026-03-01', tierFrom: null },
  }
  const visit = {
    member: { joinedOn: '2026-02-01' },
    groupKey: 'group',
    community: { _id: 'east', isPaused: false },
    ...{ tier: null, leadMinutes: 0 },
  }

  it('opens earlier for those whom it does', () => {
    const minutes = { ...drop, opensAt: 100 + 10 * 60_000, closesAt: 200 + 10 * 60_000 }
    const early = { ...visit, leadMinutes: 10 }
    expect(admitClaim(minutes, visit, 100)).toMatchObject({ code: 'DROP_NOT_OPEN' })
    expect(admitClaim(minutes, early, 100)).toMatchObject({ ok: true })
    expect(admitClaim(minutes, early, 99)).toMatchObject({ detail: { opensAt: 100 } })
  })

  it('is for a level, where the drop asks for one', () => {
    const forGold = { ...drop, who: { joinedBeforeOn: null, tierFrom: 'gold' as const } }
    expect(admitClaim(forGold, { ...visit, tier: 'silver' }, 150)).toMatchObject({
      ...{ code: 'DROP_NOT_FOR_YOU', detail: { tierFrom: 'gold' } },
    })
    expect(admitClaim(forGold, { ...visit, tier: 'diamond' }, 150)).toMatchObject({ ok: true })
  })

  it('is of the quota of her community', () => {
    expect(admitClaim(drop, visit, 150)).toEqual({ ok: true, value: drop.quotas[0] })
  })

  it.each<[string, Partial<DropVisit>, number]>([
    ['MEMBER_REQUIRED', { member: null, groupKey: null }, 150],
    ['GROUP_REQUIRED', { groupKey: null, community: null }, 150],
    ['GROUP_UNKNOWN', { community: null }, 99],
    ['GROUP_NOT_INVITED', { community: { _id: 'west', isPaused: true } }, 99],
    ['COMMUNITY_PAUSED', { community: { _id: 'east', isPaused: true } }, 99],
    ['DROP_NOT_OPEN', { member: { joinedOn: '2026-03-01' } }, 99],
    ['DROP_CLOSED', { member: { joinedOn: '2026-03-01' } }, 200],
    ['DROP_NOT_FOR_YOU', { member: { joinedOn: '2026-03-01' } }, 150],
  ])('is told first of what it cannot mend: %s', (code, part, now) => {
    expect(admitClaim(drop, { ...visit, ...part }, now)).toMatchObject({ ok: false, code })
  })
})

describe('the plan of a drop', () => {
  it('is a beginning, an end and a quota for each community', () => {
    expect(admitPlan(plan, NOW)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['opensAt', { opensAt: NOW }],
    ['opensAt', { opensAt: NOW + MINUTE_MS + 1 }],
    ['opensAt', { opensAt: NOW + 93 * 86_400_000 }],
    ['closesAt', { closesAt: plan.opensAt }],
    ['closesAt', { closesAt: plan.opensAt - MINUTE_MS }],
    ['closesAt', { closesAt: plan.opensAt + 32 * 86_400_000 }],
    ['quotas', { quotas: [] }],
    ['quotas', { quotas: [...quota(1), ...quota(2)] }],
    ['quotas.0.quota', { quotas: quota(0) }],
    ['quotas.0.quota', { quotas: quota(5_001) }],
    ['quotas.0.quota', { quotas: quota(1.5) }],
  ])('is refused by its field %s for %j', (field, change) => {
    const refused = { ok: false, code: 'INPUT_INVALID', detail: { field } }
    expect(admitPlan({ ...plan, ...change }, NOW)).toEqual(refused)
  })
})

describe('the state of a drop', () => {
  const times: DropTimes = { ...plan, closedAt: null, cancelledAt: null }

  it.each([
    ['scheduled', times.opensAt - 5_001, 'DROP_NOT_OPEN', null],
    ['scheduled', times.opensAt - 5_000, 'DROP_NOT_OPEN', 'DROP_STARTED'],
    ['scheduled', times.opensAt - 1, 'DROP_NOT_OPEN', 'DROP_STARTED'],
    ['open', times.opensAt, null, 'DROP_STARTED'],
    ['open', times.closesAt - 1, null, 'DROP_STARTED'],
    ['closed', times.closesAt, 'DROP_CLOSED', 'DROP_CLOSED'],
  ] as const)('is %s at %i, to the millisecond', (...[state, now, claimCode, changeCode]) => {
    expect(stateAt(times, now)).toBe(state)
    const codeOf = (outcome: ReturnType<typeof admitTime>) => (outcome.ok ? null : outcome.code)
    expect(codeOf(admitTime(times, now))).toBe(claimCode)
    expect(codeOf(admitChange(times, now))).toBe(changeCode)
  })

  it('is over when it was closed early, and never began when it was cancelled', () => {
    const during = times.opensAt + 1
    expect(stateAt({ ...times, closedAt: during }, during)).toBe('closed')
    expect(stateAt({ ...times, cancelledAt: NOW }, during)).toBe('cancelled')
    expect(admitTime({ ...times, cancelledAt: NOW }, during)).toMatchObject({ code: 'DROP_CLOSED' })
  })
})

describe('who may claim', () => {
  const who = { joinedBeforeOn: '2026-03-01', tierFrom: 'gold' } as const

  it.each([
    ['2026-02-28', 'gold', true],
    ['2026-02-28', 'diamond', true],
    ['2026-03-01', 'gold', false],
    ['2026-02-28', 'silver', false],
    ['2026-02-28', null, false],
  ] as const)('joined on %s with tier %s: %s', (joinedOn, tier, isAdmitted) => {
    const outcome = admitClaimant(who, { joinedOn, tier })
    expect(outcome.ok).toBe(isAdmitted)
    if (!outcome.ok) expect(outcome.code).toBe('DROP_NOT_FOR_YOU')
  })

  it('is everybody where nothing is said', () => {
    const everybody = { joinedBeforeOn: null, tierFrom: null }
    expect(admitClaimant(everybody, { joinedOn: '2026-03-10', tier: null }).ok).toBe(true)
  })
})
