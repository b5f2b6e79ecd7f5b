import { startOfDateAt } from '../business-date'
import { type ChainEntry, type Implied, nothingImplied, takeEntry } from './audit'
import { differencesOf, isCutOff, rebuild, type StoredAccount } from './rebuild'

const on = '2026-03-10'
const implied: Implied = {
  ...nothingImplied,
  balancePoints: 100,
  lots: [{ expiresOn: '2027-03-31', points: 100 }],
  seq: 1,
  lastHash: 'one',
}
const whole: StoredAccount = {
  balancePoints: 100,
  debtPoints: 0,
  pendingPoints: 0,
  pending: [],
  lots: implied.lots,
  expiredLots: [],
  frozen: null,
  movedLots: [],
  seq: 1,
  lastHash: 'one',
}

describe('rebuilding an account from its entries', () => {
  it('has nothing to do where nothing differs', () => {
    expect(rebuild(whole, implied, on)).toMatchObject({ ok: false, code: 'ACCOUNT_WHOLE' })
  })

  it('takes the entries for true, whatever the account says, even if it is gone', () => {
    const lots = [{ expiresOn: '2028-03-31', points: 1_100 }]
    for (const stored of [{ ...whole, balancePoints: 1_100, lots }, null]) {
      expect(rebuild(stored, implied, on)).toMatchObject({
        ok: true,
        value: { account: { balancePoints: 100, lots: implied.lots }, movement: { points: 0 } },
      })
    }
  })

  it('makes debt of what was spent and never earned', () => {
    const overspent = {
      ...implied,
      balancePoints: -950,
      lots: [
        { expiresOn: '2027-03-31', points: -1_000 },
        { expiresOn: '2027-04-30', points: 50 },
      ],
    }
    const step = rebuild(whole, overspent, on)
    expect(step).toMatchObject({
      ok: true,
      value: {
        account: { balancePoints: 0, debtPoints: 950, lots: [] },
        movement: {
          points: 0,
          debtChangePoints: 950,
          lotChanges: [
            { expiresOn: '2027-03-31', points: 1_000 },
            { expiresOn: '2027-04-30', points: -50 },
          ],
        },
      },
    })
  })

  it('names a lot that was given a later date and spent before the night', () => {
    const moved = {
      ...implied,
      balancePoints: 0,
      lots: [
        { expiresOn: '2026-03-31', points: 100 },
        { expiresOn: '2029-03-31', points: -100 },
      ],
    }
    const spent = { ...whole, balancePoints: 0, lots: [] }
    expect(differencesOf(spent, moved)).toEqual([
      { what: 'lot', name: '2029-03-31', storedPoints: 0, impliedPoints: -100 },
    ])
    expect(rebuild(spent, moved, on)).toMatchObject({
      ok: true,
      value: { account: { balancePoints: 0, debtPoints: 0, lots: [] }, movement: { points: 0 } },
    })
  })

  it('ends the certificate’s hold, and lets lots that ended meanwhile live on', () => {
    const held = { ...whole, frozen: { on, reason: '核对', certificateOn: on } }
    const step = rebuild(held, implied, '2027-04-20')
    expect(step).toMatchObject({
      ok: true,
      value: { account: { frozen: null, lots: [{ expiresOn: '2027-05-31', points: 100 }] } },
    })
  })

  it('is refused where an entry cannot be believed, naming it', () => {
    const flaw = { kind: 'seal', seq: 3, entryId: 'entry', on } as const
    expect(rebuild(whole, { ...implied, flaws: [flaw] }, on)).toEqual({
      ok: false,
      code: 'ENTRIES_BROKEN',
      detail: { seq: 3, on },
    })
  })

  it('answers the flaw that the changed account left behind, and no other', () => {
    const answering: ChainEntry = {
      _id: 'rebuilt',
      memberId: 'her',
      kind: 'rebuild',
      posting: { from: 'member:her', to: 'member:her', points: 0 },
      points: 0,
      lotChanges: [],
      debtChangePoints: 0,
      seq: 2,
      balanceAfterPoints: 100,
      debtAfterPoints: 0,
      at: startOfDateAt(on),
      on,
      facts: { note: '核对' },
      prevHash: 'one',
      hash: 'two',
      answered: ['1:found'],
    }
    const flaws = (['found', 'seal'] as const).map((kind) => ({ kind, seq: 1, entryId: 'e', on }))
    const before = { ...implied, statedOff: [1_000, 0] as const, flaws }
    const after = takeEntry(before, answering, 'two')
    expect(after.flaws.map(({ kind }) => kind)).toEqual(['seal'])
    expect(after.statedOff).toEqual([0, 0])
  })

  it('closes the book only where the account does not end as its entries do', () => {
    const differ = (what: 'balance' | 'seq') => ({
      what,
      name: null,
      storedPoints: 1,
      impliedPoints: 2,
    })
    expect(isCutOff([differ('balance')])).toBe(false)
    expect(isCutOff([differ('balance'), differ('seq')])).toBe(true)
  })
})
