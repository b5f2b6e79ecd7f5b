import { businessDateOf } from '../business-date'
import type { ImportCells } from './import-columns'
import { explainProblem, importButton, isSamePurchase, readPurchaseRow } from './purchase-import'

const stores = [
  { storeId: 'east', name: '东店' },
  { storeId: 'west', name: '西店' },
]
const world = { todayOn: '2026-03-10', stores, ownStoreIds: ['east'], capFen: null }
const right: ImportCells = {
  store: '东店',
  date: '2026-03-09',
  till: '1',
  receipt: 'A-10023',
  member: '12345678',
  amount: '35.80',
}

describe('a row of a file of purchases', () => {
  it('is read to the fen, with what earns nothing', () => {
    expect(readPurchaseRow({ ...right, excluded: '5' }, world)).toEqual({
      ok: true,
      row: {
        storeId: 'east',
        businessOn: '2026-03-09',
        tillNo: '1',
        receiptNo: 'A-10023',
        memberNumber: '12345678',
        phone: null,
        paidFen: 3_580,
        excludedFen: 500,
        isAnother: false,
      },
    })
  })

  it('excludes no more than was paid, where goods that earn nothing were rounded down', () => {
    const row = { paidFen: 3_580, excludedFen: 3_580 }
    expect(readPurchaseRow({ ...right, excluded: '35.87' }, world)).toMatchObject({ row })
  })

  it.each([
    ['the store by its id', { store: 'east' }],
    ['a day as spreadsheets write it', { date: '2026/3/9' }],
    ['today', { date: '2026-03-10' }],
    ['the last day of a year back', { date: '2025-03-10' }],
    ['no till', { till: '' }],
    ['a phone in place of a number', { member: '', phone: '13800001111' }],
    ['all of it excluded', { excluded: '35.80' }],
    ['all of it excluded, of which seven fen were left off', { excluded: '35.87' }],
  ])('takes %s', (_name, change: ImportCells) => {
    expect(readPurchaseRow({ ...right, ...change }, world).ok).toBe(true)
  })

  it.each([
    ['2028-02-29', '2027-03-01', '2027-02-28'],
    ['2029-02-28', '2028-02-28', '2028-02-27'],
    ['2029-03-01', '2028-02-29', '2028-02-28'],
  ])('is of a year back at most also around a leap day, on %s', (todayOn, date, older) => {
    expect(readPurchaseRow({ ...right, date }, { ...world, todayOn }).ok).toBe(true)
    const reason = 'dateTooOld'
    const tooOld = readPurchaseRow({ ...right, date: older }, { ...world, todayOn })
    expect(tooOld).toEqual({ ok: false, reason })
  })

  it('takes the closing’s `-` for no till', () => {
    const row = { tillNo: null }
    expect(readPurchaseRow({ ...right, till: '-' }, world)).toMatchObject({ ok: true, row })
  })

  it.each([
    ['storeUnknown', { store: '南店' }],
    ['storeForeign', { store: '西店' }],
    ['dateNoSuchDay', { date: '2026-02-30' }],
    ['dateShortYear', { date: '3-9' }],
    ['dateInvalid', { date: '' }],
    ['dateAhead', { date: '2026-03-11' }],
    ['dateTooOld', { date: '2025-03-09' }],
    ['tillInvalid', { till: '一号' }],
    ['receiptInvalid', { receipt: '' }],
    ['receiptInvalid', { receipt: 'A/1' }],
    ['cellRounded', { receipt: '2.02611E+15' }],
    ['memberMissing', { member: '' }],
    ['memberInvalid', { member: '1234567' }],
    ['phoneInvalid', { member: '', phone: '23800001111' }],
    ['amountInvalid', { amount: '0' }],
    ['amountDecimals', { amount: '35.805' }],
    ['amountTooLarge', { amount: '100000.01' }],
    ['excludedInvalid', { excluded: '36.80' }],
    ['excludedInvalid', { excluded: 'all' }],
  ])('is refused as %s', (reason, change: ImportCells) => {
    expect(readPurchaseRow({ ...right, ...change }, world)).toEqual({ ok: false, reason })
  })

  it('is a return where the till took money out, whatever was excluded', () => {
    const row = { paidFen: -2_000, excludedFen: 0 }
    const returned = readPurchaseRow({ ...right, amount: '-20.00', excluded: '-5' }, world)
    expect(returned).toMatchObject({ ok: true, row })
    expect(readPurchaseRow({ ...right, amount: '-0' }, world)).toMatchObject({
      reason: 'amountInvalid',
    })
  })

  it('is held to the cap when no manager brings it, and to its columns', () => {
    const capped = { ...world, capFen: 3_579 }
    expect(readPurchaseRow(right, capped)).toEqual({ ok: false, reason: 'amountOverCap' })
    expect(readPurchaseRow(right, { ...capped, capFen: 3_580 }).ok).toBe(true)
    expect(readPurchaseRow(null, world)).toEqual({ ok: false, reason: 'columns' })
  })

  it('is the same purchase as a booked one by member and money', () => {
    const booked = { memberId: 'a', paidFen: 100 }
    expect(isSamePurchase(booked, { memberId: 'a', paidFen: 100 })).toBe(true)
    expect(isSamePurchase(booked, { memberId: 'b', paidFen: 100 })).toBe(false)
    expect(isSamePurchase(booked, { memberId: 'a', paidFen: 101 })).toBe(false)
  })
})

describe('a time behind the date', () => {
  it('is judged by when the day of the shop begins', () => {
    // 1:05 at night, in a shop whose day begins at four.
    const late = { ...world, dayOf: (at: number) => businessDateOf(at, 4) }
    const dayIn = (date: string) => {
      const read = readPurchaseRow({ ...right, date }, late)
      return read.ok ? read.row.businessOn : read.reason
    }
    expect(dayIn('2026-03-09 01:05:33')).toBe('2026-03-08')
    expect(dayIn('2026-03-09 04:00:00')).toBe('2026-03-09')
    expect(dayIn('2026-03-09')).toBe('2026-03-09')
    // What a spreadsheet puts behind a date that has no time.
    expect(dayIn('2026-03-09 00:00:00')).toBe('2026-03-09')
  })
})

describe('a problem', () => {
  it('is explained in one sentence', () => {
    expect(explainProblem({ reason: 'dateAhead', ofRowNo: null })).toBe('日期在今天之后')
    expect(explainProblem({ reason: 'duplicateInFile', ofRowNo: 7 })).toBe('与文件里第 7 行重复')
    const refundOf = { businessOn: '2026-03-08', receiptNo: 'A-1', paidFen: 3_580 }
    const returned = { reason: 'returnFound', ofRowNo: null, refundOf } as const
    expect(explainProblem(returned)).toBe(
      '这是一笔退货，请到消费记录里给2026年3月8日、小票 A-1、实收 ¥35.80 的那一笔退款',
    )
    expect(importButton('purchases', 9_700)).toBe('登记 9700 笔消费')
    expect(importButton('opening', 12)).toBe('登记 12 行老会员积分')
  })
})
