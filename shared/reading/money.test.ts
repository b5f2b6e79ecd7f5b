import fc from 'fast-check'
import { moneySpellings } from '../../dev/harness/spellings/money'
import { plainYuan } from '../yuan'
import { readMoney, readSignedMoney } from './money'

describe('an amount of money', () => {
  it.each(moneySpellings.meant)('is meant by %j as %i fen', (typed, value) => {
    expect(readMoney(typed)).toEqual({ ok: true, value })
  })

  it.each(moneySpellings.told)('is not %j: %s', (typed, fault) => {
    expect(readMoney(typed)).toEqual({ ok: false, fault })
  })

  it('may be a whole day’s, where that is asked', () => {
    expect(readMoney('1,234,567.80', 1_000_000_000)).toEqual({ ok: true, value: 123_456_780 })
    expect(readMoney('10,000,000.01', 1_000_000_000)).toEqual({ ok: false, fault: 'tooLarge' })
  })

  it('is the same in every writing', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    const inGroups = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d)(?:\.|$))/, ',')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (fen) => {
        const text = plainYuan(fen)
        for (const written of [text, wide(text), `￥${text}`, `${wide(text)} 元`, inGroups(text)]) {
          expect(readMoney(written)).toEqual({ ok: true, value: fen })
        }
      }),
    )
  })
})

describe('an amount of a till that takes goods back', () => {
  it.each([
    ['-20.00', -2_000],
    ['(20)', -2_000],
    ['－￥1,280.50', -128_050],
    ['￥-20', -2_000],
    ['−0.01', -1],
    ['20', 2_000],
    ['-0.00', 0],
  ])('%j is %i fen', (typed, value) => {
    expect(readSignedMoney(typed)).toEqual({ ok: true, value })
  })

  it.each([
    ['-', 'notMoney'],
    ['-1.234', 'decimals'],
    ['-100000.01', 'tooLarge'],
  ])('%j is refused as %s', (typed, fault) => {
    expect(readSignedMoney(typed)).toEqual({ ok: false, fault })
  })
})
