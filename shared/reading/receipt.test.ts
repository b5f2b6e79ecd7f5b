import { receiptSpellings, tillSpellings } from '../../dev/harness/spellings/numbers'
import { readReceiptNo, readTillNo } from './receipt'

describe('a receipt’s number', () => {
  it.each(receiptSpellings.meant)('is meant by %j as %s', (typed, value) => {
    expect(readReceiptNo(typed)).toEqual({ ok: true, value })
  })

  it.each(receiptSpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readReceiptNo(typed)).toEqual({ ok: false, fault })
  })
})

describe('a till’s number', () => {
  it.each(tillSpellings.meant)('is meant by %j as %s', (typed, value) => {
    expect(readTillNo(typed)).toEqual({ ok: true, value })
  })

  it.each(tillSpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readTillNo(typed)).toEqual({ ok: false, fault })
  })

  it.each(['', '-', '——'])('is none as %j', (typed) => {
    expect(readTillNo(typed)).toEqual({ ok: false, fault: 'blank' })
  })
})
