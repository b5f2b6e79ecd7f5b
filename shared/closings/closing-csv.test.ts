import { parseCsv } from '../csv'
import { closingCsv } from './closing-csv'
import { differencesOf, noSums } from './day-closing'

const sums = { ...noSums, purchaseCount: 2, billFen: 5_500, couponFen: 500, paidFen: 5_000 }
const till = {
  ...{ receiptCount: 5, amountFen: 7_950, refundFen: 0, couponFen: 500, pointsFen: 0 },
  ...{ nonMemberCount: 3, nonMemberFen: 3_000, footfallCount: 40 },
}
const even = {
  ...{ storeName: '东店', tillName: '1 号机', businessOn: '2026-03-10', staffName: '小东' },
  ...{ signedAtText: '2026-03-10 21:05', sums, till, note: null, openDays: [], late: [] },
  ...{ differences: differencesOf(sums, till), receiptDifferences: [], lateSums: noSums },
}
const rowsOf = (text: string) => {
  const read = parseCsv(text)
  return read.ok ? read.value.map(({ cells }) => cells) : []
}

describe('a signed day as a file', () => {
  it('puts till and books side by side, with what differs as money', () => {
    const rows = rowsOf(closingCsv(even))
    expect(rows).toContainEqual(['笔数', '5', '3', '2', '0'])
    expect(rows).toContainEqual(['实收（元）', '79.50', '30.00', '50.00', '-0.50'])
    expect(rows.at(-1)).toEqual(['进店人数', '40'])
  })

  it('says of what nobody counted that it was not held against the books', () => {
    const uncounted = { ...till, refundFen: null, nonMemberFen: null, footfallCount: null }
    const differences = differencesOf(sums, uncounted)
    const rows = rowsOf(closingCsv({ ...even, till: uncounted, differences }))
    expect(rows).toContainEqual(['实收（元）', '79.50', '未核对', '50.00', '0.00'])
    expect(rows).toContainEqual(['退款（元）', '未核对', '0.00', '0.00', '0.00'])
    expect(rows.at(-1)).toEqual(['进店人数', '未核对'])
  })

  it('lists receipts that do not agree and what came late, and says how much is left out', () => {
    const late = { kind: 'refund', on: '2026-03-08', maskedName: '林**', receiptNo: null } as const
    const rows = rowsOf(
      closingCsv({
        ...even,
        note: '=HYPERLINK("x")',
        openDays: ['2026-03-09'],
        receiptDifferences: [{ receiptNo: '501', tillFen: null, ourFen: 2_000 }],
        late: [{ ...late, amountFen: 1_250 }],
        lateSums: { ...noSums, purchaseCount: 1, refundCount: 2 },
      }),
    )
    expect(rows).toContainEqual(['501', '没有', '20.00'])
    expect(rows).toContainEqual(['退款', '2026-03-08', '林**', '', '12.50'])
    expect(rows).toContainEqual(['还有 2 笔没有列出'])
    expect(rows).toContainEqual(['说明', '\'=HYPERLINK("x")'])
    expect(rows).toContainEqual(['含没有日结的日子', '2026-03-09'])
  })
})
