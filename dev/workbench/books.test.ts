import type { Document } from '../localcloud/engine/document'
import { reportOn } from './books'

const earned: Document = {
  _id: 'e1',
  memberId: 'anna',
  seq: 1,
  points: 100,
  prevHash: '',
  hash: 'h1',
  posting: { from: 'program:issued', to: 'member:anna', points: 100 },
}
const burnt: Document = {
  _id: 'e2',
  memberId: 'anna',
  seq: 2,
  points: -60,
  prevHash: 'h1',
  hash: 'h2',
  posting: { from: 'member:anna', to: 'program:redeemed', points: 60 },
}
const account: Document = {
  _id: 'anna',
  balancePoints: 40,
  debtPoints: 0,
  pendingPoints: 0,
  seq: 2,
  lastHash: 'h2',
  lots: [{ expiresOn: '2027-03-31', points: 40 }],
}

describe('the audit of the books', () => {
  it('says balanced when lots, entries and program agree, and shows the sums', () => {
    const report = reportOn([account], [earned, burnt])
    expect(report.balanced).toBe(true)
    expect(report).toMatchObject({
      issuedPoints: 100,
      redeemedPoints: 60,
      balancePoints: 40,
      debtPoints: 0,
      entryCount: 2,
    })
  })

  it('finds a chain whatever the order in which its entries were read', () => {
    expect(reportOn([account], [burnt, earned]).balanced).toBe(true)
  })

  it('counts debt against the balances', () => {
    const indebted = { ...account, balancePoints: 0, debtPoints: 20, lots: [] }
    const clawedBack = {
      ...burnt,
      points: -120,
      posting: { from: 'member:anna', to: 'program:reversed', points: 120 },
    }
    expect(reportOn([indebted], [earned, clawedBack]).balanced).toBe(true)
  })

  it('holds what is promised against the accounts', () => {
    const posting = { from: 'program:issued', to: 'program:pending', points: 30 }
    const promised = { ...burnt, _id: 'e3', seq: 3, points: 0, prevHash: 'h2', hash: 'h3', posting }
    const holding = { ...account, pendingPoints: 30, seq: 3, lastHash: 'h3' }
    const entries = [earned, burnt, promised]
    expect(reportOn([holding], entries)).toMatchObject({ balanced: true, pendingPoints: 30 })
    expect(reportOn([{ ...holding, pendingPoints: 29 }], entries).balanced).toBe(false)
  })

  it.each([
    ['lots do not sum to the balance', { ...account, lots: [] }, [earned, burnt]],
    ['an entry is missing', account, [burnt]],
    ['a figure was changed', account, [earned, { ...burnt, points: -50 }]],
    ['a link of the chain is broken', account, [earned, { ...burnt, prevHash: 'h0' }]],
    [
      'a balance was raised by hand',
      {
        ...account,
        balancePoints: 50,
        lots: [{ expiresOn: '2027-03-31', points: 50 }],
      },
      [earned, burnt],
    ],
    ['a balance is not a number', { ...account, balancePoints: 'many' }, [earned, burnt]],
  ])('says not balanced when %s', (_what, broken: Document, entries: Document[]) => {
    expect(reportOn([broken], entries).balanced).toBe(false)
  })

  it('says not balanced when entries belong to no account', () => {
    expect(reportOn([], [earned]).balanced).toBe(false)
  })
})
