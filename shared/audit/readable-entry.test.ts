import type { ChainEntry } from './audit'
import { readableEntry } from './readable-entry'

const whole = {
  _id: 'purchase:1',
  memberId: 'her',
  kind: 'earn',
  posting: { from: 'program:issued', to: 'member:her', points: 30 },
  points: 30,
  lotChanges: [{ expiresOn: '2027-03-31', points: 30 }],
  debtChangePoints: 0,
  seq: 1,
  balanceAfterPoints: 30,
  debtAfterPoints: 0,
  at: 1_773_108_000_000,
  on: '2026-03-10',
  facts: { note: null },
  reason: 'purchase',
  storeId: 'east',
  sourceId: '1',
  expiredTaken: [{ expiresOn: '2026-02-28', points: -5 }],
  revived: [{ fromOn: '2026-02-28', toOn: '2026-03-31' }],
  pendingChange: {
    ...{ entryKey: 'purchase:1', points: 30, releasesOn: '2026-03-17', expiresOn: '2027-03-31' },
    ...{ storeId: 'east', receiptNo: null },
  },
  answered: ['1:found'],
  prevHash: '',
  hash: 'one',
} satisfies ChainEntry & { reason: string; storeId: string; sourceId: string }

const read = (change: object) =>
  readableEntry(JSON.parse(JSON.stringify({ ...whole, ...change })) as typeof whole)

it('leaves a whole entry as it is', () => {
  expect(read({})).toEqual(whole)
})

it('puts nothing in place of what cannot be read', () => {
  const nowhere = { from: '', to: '', points: 0 }
  for (const posting of [null, 7, {}, { from: 'a.b', to: '$x', points: 0.5 }]) {
    expect(read({ posting }).posting).toEqual(nowhere)
  }
  const odd = [null, 'x', {}, { expiresOn: 'a.b', points: 5 }, { expiresOn: '2027-03-31' }]
  expect(read({ lotChanges: odd }).lotChanges).toEqual([])
  expect(read({ lotChanges: 'x', expiredTaken: odd, revived: odd, answered: [1] })).toMatchObject({
    ...{ lotChanges: [], expiredTaken: [], revived: [], answered: [] },
  })
  const lost = read({ memberId: 5, on: 'a.b', facts: null, reason: {}, storeId: {}, sourceId: 5 })
  expect(lost).toMatchObject({
    ...{ memberId: '', on: '', facts: {}, reason: '', storeId: null, sourceId: null },
  })
  expect(read({ pendingChange: 'x' })).not.toHaveProperty('pendingChange')
})
