import { moneySpellings } from '../../dev/harness/spellings/money'
import { receiptSpellings } from '../../dev/harness/spellings/numbers'
import { listFaultText, readReceiptList } from './receipt-list'

function faultOf(text: string) {
  const read = readReceiptList(text)
  return read.ok ? read.value : read.detail?.fault
}

describe("a till's list", () => {
  it('is read however it was typed', () => {
    const text = '10023 35.80\r\n\n A-7,¥5\n10025\t0.5 \r10026；１，２８０。５０\n10027，￥8元'
    expect(readReceiptList(text)).toEqual({
      ok: true,
      value: [
        { receiptNo: '10023', amountFen: 3_580 },
        { receiptNo: 'A-7', amountFen: 500 },
        { receiptNo: '10025', amountFen: 50 },
        { receiptNo: '10026', amountFen: 128_050 },
        { receiptNo: '10027', amountFen: 800 },
      ],
    })
  })

  it.each([
    ['10023,1,280.50', '10023', 128_050],
    ['10023, 1,280.50', '10023', 128_050],
    ['10023 1, 280.50', '10023', 128_050],
    ['10023 ¥ 1,280.50 元', '10023', 128_050],
    ['2026 0012 3 35.80', '202600123', 3_580],
    ['小票号：10023 35.80', '10023', 3_580],
    ['10023  —35.80', '10023', 'negative'],
    ['1 280.00', '1', 28_000],
    ['001,280.00', '001', 28_000],
    ['A1,280', 'A1', 28_000],
  ])('parts %j into number and money', (line, receiptNo, amountFen) => {
    const meant = typeof amountFen === 'number' ? [{ receiptNo, amountFen }] : amountFen
    expect(faultOf(line)).toEqual(meant)
  })

  it.each([
    '1,280.00',
    '１，２８０．００',
    '￥1,280.00',
    '10023',
    '35.80',
    '1 280 500.00',
    '-1,280.00',
    '1,280.505',
    '1,280,500.00',
    '10,280',
  ])('takes %j for an amount or a number alone, never for both', (line) => {
    expect(readReceiptList(`501 20\n${line}`)).toEqual({
      ok: false,
      code: 'CLOSING_LIST',
      detail: { lineNo: 2, fault: 'parts' },
    })
  })

  it.each([
    ['a cell too many', '10023\t35.80\t现金', 'parts'],
    ['no money', '10023 many', 'notMoney'],
    ['too fine a sum', '10023 1.005', 'decimals'],
    ['a number with other signs', 'A/1 35.80', 'signs'],
    ['a total below', '501 20\n合计 20', 'signs'],
    ['a receipt twice', '1 2\n1 2', 'twice'],
    ['one too many', Array.from({ length: 501 }, (_unused, no) => `${no} 1`).join('\n'), 'tooMany'],
  ])('is refused with %s, which it names', (_name, text, fault) => {
    expect(faultOf(text)).toBe(fault)
    expect(listFaultText(fault)).toMatch(/[\u4e00-\u9fff]{4}/)
  })
})

describe('a line of the list', () => {
  it.each(moneySpellings.meant)('behind a tab has the money %j', (money, amountFen) => {
    // In a paste a tab or a break is what parts cells and lines.
    const cell = money.trim()
    expect(faultOf(`A-7\t${cell}`)).toEqual([{ receiptNo: 'A-7', amountFen }])
  })

  it.each(moneySpellings.told.filter(([, fault]) => fault !== 'blank'))(
    'behind a tab tells of %j that it is %s',
    (money, fault) => {
      expect(faultOf(`A-7\t${money}`)).toBe(fault)
    },
  )

  it.each(receiptSpellings.meant)('has the number %j as %s', (number, receiptNo) => {
    expect(faultOf(`${number.trim()}\t5`)).toEqual([{ receiptNo, amountFen: 500 }])
  })

  it.each(receiptSpellings.told.filter(([typed]) => !/[;]/.test(typed)))(
    'tells of the number %j that it is %s',
    (number, fault) => {
      expect(faultOf(`${number}\t5`)).toBe(fault === 'blank' ? 'parts' : fault)
    },
  )
})
