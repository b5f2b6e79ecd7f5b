import { receiptSpellings, tillSpellings } from '../../dev/harness/spellings/numbers'
import { receiptIn } from './receipt-typing'

describe('the numbers of a paper receipt', () => {
  it.each(receiptSpellings.meant)('keep the receipt %j as %j', (receiptNo, kept) => {
    expect(receiptIn({ receiptNo, tillNo: '' })).toEqual({ receiptNo: kept, tillNo: '' })
  })

  it.each(tillSpellings.meant)('keep the till %j as %j', (tillNo, kept) => {
    expect(receiptIn({ receiptNo: '1', tillNo })).toEqual({ receiptNo: '1', tillNo: kept })
  })

  it('are none where nothing, or only a dash, is typed', () => {
    expect(receiptIn({ receiptNo: ' ', tillNo: '-' })).toEqual({ receiptNo: '', tillNo: '' })
  })

  it.each(['A/1', '东店5', '2.02611E+15'])('are never cut to fit: %s', (receiptNo) => {
    expect(receiptIn({ receiptNo, tillNo: '1' })).toBeNull()
    expect(receiptIn({ receiptNo: '1', tillNo: receiptNo })).toBeNull()
  })
})
