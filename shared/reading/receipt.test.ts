import { receiptSpellings, tillSpellings } from '../../dev/harness/spellings/numbers'
import { foldNumber, readReceiptNo, readTillNo } from './receipt'

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

describe('a number as all its spellings have it in common', () => {
  it.each([
    ['00123', '123'],
    ['ab-01', 'AB01'],
    ['AB 01', 'AB01'],
    ['ＡＢ０１', 'AB01'],
    ['AB－01', 'AB01'],
    ['AB–01', 'AB01'],
    ['ab_01', 'AB01'],
    ['0-0-7', '7'],
    ['0000', '0'],
    ['0', '0'],
    ['100', '100'],
    ['A007', 'A007'],
  ])('%s is %s', (spelled, folded) => {
    expect(foldNumber(spelled)).toBe(folded)
    expect(foldNumber(folded)).toBe(folded)
  })
})
