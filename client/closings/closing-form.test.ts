import { noSums } from '@shared/closings/day-closing'
import { countSpellings } from '../../dev/harness/spellings/counts'
import { moneySpellings } from '../../dev/harness/spellings/money'
import type { DayClosing } from './closing.store'
import { nothingTyped, reckon, sentTotals } from './closing-form'
import { differenceText, receiptText } from './closing-words'

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

  it('agrees to the fen, what is left empty being not counted', () => {
    const { till, differences, needsNote, missing } = reckon(agreeing, day)
    expect(till).toMatchObject({ amountFen: 5_000, refundFen: null, footfallCount: null })
    expect([differences, needsNote, missing]).toEqual([[], false, null])
    expect(till && sentTotals(till)).toEqual({ receiptCount: 2, amountFen: 5_000 })
  })

  it('holds a nought against the books, and nothing where nothing is typed', () => {
    const refunded = { ...day.ours.sums, refundCount: 1, refundFen: 300 }
    const other = { ...day, ours: { ...day.ours, sums: refunded } }
    expect(reckon(agreeing, other).differences).toEqual([])
    expect(reckon({ ...agreeing, refund: '0' }, other).differences.map(differenceText)).toEqual([
      '退款：收银机少 ¥3.00',
    ])
  })

  it('says in words what is still to be done', () => {
    expect(reckon(nothingTyped, day).missing).toBe('请填总笔数和总金额')
    expect(reckon({ ...agreeing, refund: 'x' }, day).missing).toBe('有一个数读不出来，请改一下')
    expect(reckon({ ...agreeing, list: '501' }, day).missing).toBe('请改好小票清单')
    expect(reckon({ ...agreeing, receipts: '0' }, day)).toMatchObject({
      till: null,
      missing: '有金额就至少有一笔，请核对总笔数',
    })
    const odd = { ...agreeing, amount: '49.50' }
    expect(reckon(odd, day).missing).toBe('请写明为什么不一样')
    expect(reckon({ ...odd, note: '少收五角' }, day).missing).toBeNull()
  })

  it.each(moneySpellings.meant)('has the amount %j as %i fen', (amount, amountFen) => {
    expect(reckon({ ...agreeing, amount }, day).till).toMatchObject({ amountFen })
  })

  it.each(moneySpellings.told.filter(([, fault]) => !['blank', 'tooLarge'].includes(fault)))(
    'cannot read %j, which is %s',
    (refund) => {
      const { till, missing } = reckon({ ...agreeing, refund }, day)
      expect([till, missing]).toEqual([null, '有一个数读不出来，请改一下'])
    },
  )

  it('may be more than one bill can be', () => {
    const { till } = reckon({ ...agreeing, amount: '1,234,567.80' }, day)
    expect(till).toMatchObject({ amountFen: 123_456_780 })
  })

  it.each(countSpellings.meant)('has the receipts %j as %i', (receipts, receiptCount) => {
    expect(reckon({ ...agreeing, amount: '0', receipts }, day).till).toMatchObject({ receiptCount })
  })

  it.each(countSpellings.told.filter(([typed, fault]) => fault !== 'blank' && typed !== '100000'))(
    'cannot count %j, which is %s',
    (footfall) => {
      expect(reckon({ ...agreeing, footfall }, day).till).toBeNull()
    },
  )

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
    expect(reckon({ ...agreeing, list: '501 20\n50x' }, day).wrongLine).toEqual({
      lineNo: 2,
      sentence: '请先写小票号，再写金额，中间空一格',
    })
  })
})
