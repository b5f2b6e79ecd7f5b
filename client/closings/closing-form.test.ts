import { noSums } from '@shared/closings/day-closing'
import type { DayClosing } from './closing.store'
import { differenceText, nothingTyped, receiptText, reckon } from './closing-form'

const day: DayClosing = {
  serverNow: 0,
  todayOn: '2026-03-10',
  storeId: 'east',
  storeName: '东店',
  businessOn: '2026-03-10',
  tills: [{ tillNo: '1', isSigned: false }],
  tillNo: '1',
  lastSignedOn: null,
  ours: {
    sums: { ...noSums, purchaseCount: 2, billFen: 5_000, paidFen: 5_000 },
    lateSums: noSums,
    late: [],
    openDays: [],
  },
  lists: noSums,
  receipts: [
    { receiptNo: '501', amountFen: 2_000 },
    { receiptNo: '502', amountFen: 3_000 },
  ],
  signed: null,
}
const agreeing = { ...nothingTyped, receipts: '2', amount: '50' }

describe('what a manager typed of the till', () => {
  it('says nothing until receipts and amount are there and are numbers', () => {
    for (const typed of [nothingTyped, { ...agreeing, refund: 'x' }, { ...agreeing, amount: '' }]) {
      expect(reckon(typed, day).till).toBeNull()
    }
  })

  it('agrees to the fen, what is left empty being none', () => {
    const { till, differences, needsNote } = reckon(agreeing, day)
    expect(till).toMatchObject({ amountFen: 5_000, refundFen: 0, footfallCount: 0 })
    expect([differences, needsNote]).toEqual([[], false])
  })

  it('takes non-members off, and asks for a word on what is left', () => {
    const typed = { ...agreeing, receipts: '5', amount: '79.5', nonMemberReceipts: '3' }
    const { differences, needsNote } = reckon({ ...typed, nonMember: '30' }, day)
    expect(differences.map(differenceText)).toEqual(['会员实收：收银机少 ¥0.50'])
    expect(needsNote).toBe(true)
  })

  it('compares receipts, and finds no fault in those of people who are no members', () => {
    const found = reckon({ ...agreeing, list: '501 20\n502 30\n503 8' }, day)
    expect(found.receipts.map(receiptText)).toEqual([
      '503：我们没有，可能是非会员，或忘了出示会员码',
    ])
    expect(found.needsNote).toBe(false)
    const other = reckon({ ...agreeing, list: '501 19.5' }, day)
    expect(other.receipts.map(receiptText)).toEqual([
      '501：收银机 ¥19.50，我们 ¥20.00',
      '502：收银机没有，我们记了 ¥30.00',
    ])
    expect(other.needsNote).toBe(true)
    expect(reckon({ ...agreeing, list: '501 20\n50x' }, day).wrongLineNo).toBe(2)
  })
})
