import fc from 'fast-check'
import { addDays, startOfDateAt } from '../business-date'
import { type BothAccounts, merge } from '../merging/merging'
import { adjust } from '../points/adjustment'
import { fallDue } from '../points/due'
import { freeze, unfreeze } from '../points/freezing'
import { burn, clawBack, earn, returnBurnt } from '../points/ledger'
import { clawBackEarn, earnOrHold } from '../points/pending'
import { emptyAccount, type LedgerStep, type PointsAccount } from '../points/points-account'
import { type ChainEntry, type Implied, nothingImplied, takeEntry } from './audit'
import { differencesOf } from './rebuild'

/** A seal that needs no crypto: the content itself. */
const sealOf = ({ hash: _, ...content }: ChainEntry) => JSON.stringify(content)

interface Told {
  account: PointsAccount
  entries: ChainEntry[]
  on: string
}

const enter = (told: Told, step: LedgerStep): Told => {
  const before = told.entries.at(-1)
  const { posting } = step.movement
  const named = (side: string) => (side === 'member' ? 'member:her' : side)
  const unsealed = {
    _id: `entry-${told.entries.length + 1}`,
    memberId: 'her',
    ...step.movement,
    posting: { from: named(posting.from), to: named(posting.to), points: posting.points },
    seq: told.entries.length + 1,
    balanceAfterPoints: step.account.balancePoints,
    debtAfterPoints: step.account.debtPoints,
    at: startOfDateAt(told.on) + 36_000_000,
    on: told.on,
    facts: { note: step.account.frozen?.reason ?? null },
    prevHash: before?.hash ?? '',
    hash: '',
  }
  const entry = { ...unsealed, hash: sealOf(unsealed) }
  return { ...told, account: step.account, entries: [...told.entries, entry] }
}

type Act = { act: string; points: number; days: number }

/** One day of her life with the shop; whatever is refused does not happen. */
function live(told: Told, { act, points, days }: Act): Told {
  const on = addDays(told.on, days)
  const opened = fallDue(told.account, on).reduce((so, { step }) => enter(so, step), {
    ...told,
    on,
  })
  const { account, entries } = opened
  const expiresOn = addDays(on, 40)
  const entryKey = `purchase:${entries.length}`
  const purchase = { entryKey, points, expiresOn, storeId: null, receiptNo: null }
  const back = { expiresOn: account.expiredLots[0]?.expiresOn ?? expiresOn, todayOn: on }
  const spent = [{ expiresOn: account.expiredLots[0]?.expiresOn ?? expiresOn, points }]
  const steps: Record<string, () => readonly LedgerStep[]> = {
    earn: () => [earn(account, points, expiresOn)],
    hold: () => [earnOrHold(account, { ...purchase, releasesOn: addDays(on, 7) })],
    burn: () => accepted(burn(account, Math.min(points, account.balancePoints))),
    clawBack: () => [clawBack(account, points, back)],
    refund: () =>
      clawBackEarn(account, {
        ...back,
        points,
        entryKey: account.pending[0]?.entryKey ?? entryKey,
      }),
    return: () => [returnBurnt(account, spent, { todayOn: on, graceDays: 7 })],
    mergeIn: () => mergedSteps('into', { from: mergeable(account), into: account }),
    mergeOut: () => mergedSteps('from', { from: account, into: mergeable(account) }),
    adjust: () => accepted(adjust(account, points + 1, expiresOn)),
    freeze: () => accepted(freeze(account, { todayOn: on, reason: '核对' })),
    unfreeze: () => accepted(unfreeze(account, on)),
  }
  return (steps[act]?.() ?? []).reduce(enter, opened)
}

/** Somebody else's account, a little like hers. */
function mergeable({ lots, expiredLots }: PointsAccount): PointsAccount {
  const [lot = { expiresOn: '2026-12-31', points: 25 }] = lots
  return { ...earn(emptyAccount, lot.points, lot.expiresOn).account, expiredLots }
}

function mergedSteps(side: 'from' | 'into', both: BothAccounts): readonly LedgerStep[] {
  const merged = merge(both)
  return merged.ok ? [merged.value[side]] : []
}

const accepted = (outcome: { ok: true; value: LedgerStep } | { ok: false }) =>
  outcome.ok ? [outcome.value] : []

const acts = [
  'mergeIn',
  'mergeOut',
  'earn',
  'hold',
  'burn',
  'clawBack',
  'refund',
  'return',
  'adjust',
  'freeze',
  'unfreeze',
]
const history = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    points: fc.integer({ min: 0, max: 300 }),
    days: fc.integer({ min: 0, max: 20 }),
  }),
  { minLength: 1, maxLength: 40 },
)
const nobody: Told = { account: emptyAccount, entries: [], on: '2026-03-10' }
const tell = (told: readonly Act[]) => told.reduce(live, nobody)
const storedOf = ({ account, entries }: Told) => ({
  ...account,
  seq: entries.length,
  lastHash: entries.at(-1)?.hash ?? '',
})

function audit(entries: readonly ChainEntry[]): Implied {
  return entries.reduce((so, entry) => takeEntry(so, entry, sealOf(entry)), nothingImplied)
}

describe('the audit of a member', () => {
  it('finds nothing in any honest history, and implies the very account', () => {
    fc.assert(
      fc.property(history, (acted) => {
        const told = tell(acted)
        const implied = audit(told.entries)
        expect(implied.flaws).toEqual([])
        expect(differencesOf(storedOf(told), implied)).toEqual([])
        expect(implied).toMatchObject({ ...told.account, frozen: told.account.frozen })
      }),
      { numRuns: 100 },
    )
  })

  it('names the one entry of which any figure was changed', () => {
    const changes: ((entry: ChainEntry) => Partial<ChainEntry>)[] = [
      (entry) => ({ points: entry.points + 1 }),
      (entry) => ({ at: entry.at + 1 }),
      (entry) => ({ balanceAfterPoints: entry.balanceAfterPoints + 1 }),
      (entry) => ({ posting: { ...entry.posting, points: entry.posting.points + 1 } }),
      (entry) => ({ lotChanges: [...entry.lotChanges, { expiresOn: '2030-01-31', points: 5 }] }),
    ]
    fc.assert(
      fc.property(history, fc.nat(), fc.constantFrom(...changes), (acted, at, change) => {
        const { entries } = tell(acted)
        const target = entries[at % Math.max(entries.length, 1)]
        if (!target) return
        const tampered = entries.map((one) => (one === target ? { ...one, ...change(one) } : one))
        const { flaws } = audit(tampered)
        expect(flaws.filter(({ kind }) => kind === 'seal').map(({ seq }) => seq)).toEqual([
          target.seq,
        ])
      }),
      { numRuns: 80 },
    )
  })

  it('names what was taken out, moved to another day, or sealed anew', () => {
    const told = tell(['earn', 'burn', 'earn'].map((act) => ({ act, points: 50, days: 1 })))
    const [first, second, third] = told.entries
    if (!first || !second || !third) throw new Error('three entries were expected')
    const kindsOf = (entries: ChainEntry[]) =>
      audit(entries).flaws.map(({ kind, seq }) => [kind, seq])
    expect(kindsOf([first, third])).toEqual([
      ['number', 3],
      ['found', 3],
    ])
    const later = { ...second, on: addDays(second.on, 9) }
    expect(kindsOf([first, later, third])).toContainEqual(['day', 2])
    const forged = { ...second, facts: { note: '改过' } }
    const sealedAnew = { ...forged, hash: sealOf(forged) }
    expect(kindsOf([first, sealedAnew, third])).toEqual([['link', 3]])
    const lied = { ...second, points: second.points + 7 }
    expect(kindsOf([first, { ...lied, hash: sealOf(lied) }, third])).toContainEqual(['sum', 2])
  })

  it('names the entry that found the account changed, and no later one', () => {
    const told = tell([{ act: 'earn', points: 100, days: 0 }])
    const lots = told.account.lots.map((lot) => ({ ...lot, points: lot.points + 1_000 }))
    const raised = { ...told, account: { ...told.account, lots, balancePoints: 1_100 } }
    const later = [30, 40].reduce<Told>(
      (so, points) => live(so, { act: 'earn', points, days: 1 }),
      raised,
    )
    const implied = audit(later.entries)
    expect(implied.flaws.map(({ kind, seq }) => [kind, seq])).toEqual([['found', 2]])
    expect(implied.balancePoints).toBe(170)
    const differences = differencesOf(storedOf(later), implied)
    expect(differences.map(({ what }) => what)).toEqual(['balance', 'lot'])
  })

  it('lets no number of changed balances hide an entry that was changed', () => {
    const [entry] = tell([{ act: 'earn', points: 100, days: 0 }]).entries
    if (!entry) throw new Error('an entry was expected')
    const found = (seq: number) => ({ kind: 'found' as const, seq, entryId: 'e', on: entry.on })
    const many = { ...nothingImplied, flaws: Array.from({ length: 20 }, (_, seq) => found(seq)) }
    const { flaws } = takeEntry(many, entry, 'another hash')
    expect([flaws.length, flaws[0]?.kind]).toEqual([20, 'seal'])
  })

  it('is not thrown off by figures that are no figures any more', () => {
    const told = tell([{ act: 'earn', points: 100, days: 0 }])
    const [entry] = told.entries
    const broken = JSON.parse(JSON.stringify({ ...entry, lotChanges: 'x', debtChangePoints: '1' }))
    expect(audit([broken]).flaws.map(({ kind }) => kind)).toContain('seal')
  })
})
