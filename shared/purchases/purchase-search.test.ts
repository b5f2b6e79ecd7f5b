import { maskName } from '../masked-name'
import { readPurchaseSearch } from './purchase-search'

describe('what is meant by what is typed to find a purchase', () => {
  it.each([
    ['42', '42', 4_200],
    ['42.5', null, 4_250],
    ['４２．５０', null, 4_250],
    ['42。50', null, 4_250],
    ['￥1,280.50', null, 128_050],
    ['¥ 1,280.00', null, 128_000],
    ['88元', null, 8_800],
    ['0', '0', 0],
    ['00123', '00123', 12_300],
    ['R-0042', 'R-0042', null],
    ['R 0042', 'R0042', null],
    ['12.345', null, null],
    ['1,28', null, null],
    ['123456789', '123456789', null],
    ['林晓棠', null, null],
  ])('%j: receipt %j, %j fen', (typed, receiptNo, amountFen) => {
    expect(readPurchaseSearch(typed)).toMatchObject({ receiptNo, amountFen })
  })

  it('asks for a name as the list shows it, whole or not', () => {
    for (const name of ['林', '林姐', '林晓棠', 'Anna', '🍑妈妈']) {
      const [first = ''] = Array.from(name)
      expect(readPurchaseSearch(first).maskedNames).toContain(maskName(name))
      expect(readPurchaseSearch(name)).toMatchObject({
        maskedNames: readPurchaseSearch(first).maskedNames,
      })
    }
    expect(readPurchaseSearch('42').maskedNames).toEqual([])
  })
})
