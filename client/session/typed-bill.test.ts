import {
  billPartsOf,
  nothingTyped,
  type TypedBill,
  type TypedLine,
  troubleOf,
  typedBillOf,
  withLine,
} from './typed-bill'

describe('a bill as it is typed', () => {
  it('is one sum, with what of it earns nothing, and freight beside it', () => {
    const typed = { ...nothingTyped, bill: '45.5', excluded: '5', freight: '8' }
    expect(billPartsOf(typed)).toEqual({ billFen: 4550, excludedFen: 500, freightFen: 800 })
    expect(billPartsOf({ ...nothingTyped, bill: '45' })).toEqual({ billFen: 4500, excludedFen: 0 })
  })

  it('is the sum of its lines once there are any, whatever was typed as a sum', () => {
    const lines = [line('30', '苹果'), line('', ''), line('0.29', '', { isExcluded: true })]
    expect(billPartsOf({ ...nothingTyped, bill: '99', excluded: '9', lines })).toEqual({
      billFen: 3029,
      excludedFen: 29,
      lines: [
        { title: '苹果', amountFen: 3000, isExcluded: false },
        { title: '商品 2', amountFen: 29, isExcluded: true },
      ],
    })
  })

  it.each<[string, Partial<TypedBill>]>([
    ['第 2 行还没有填金额', { lines: [line('3'), line('', '牛奶')] }],
    ['第 1 行还没有填金额', { lines: [line('0')] }],
    ['各行加起来超过了一笔的上限', { lines: [line('60000'), line('60000')] }],
    ['运费：读不出金额，请写成 35.80', { bill: '3', freight: '1.2.3' }],
    ['不计积分的金额不能超过消费金额', { bill: '3', excluded: '4' }],
  ])('says %s', (sentence, typed) => {
    expect(troubleOf({ ...nothingTyped, ...typed })).toBe(sentence)
  })

  it('has no parts while a line waits for its amount, or nothing is typed', () => {
    expect(billPartsOf({ ...nothingTyped, lines: [line('3'), line('', '牛奶')] })).toBeNull()
    expect(billPartsOf(nothingTyped)).toBeNull()
    expect(troubleOf(nothingTyped)).toBeNull()
  })

  it('keeps the sum that was typed when the first line is added', () => {
    const { lines } = withLine({ ...nothingTyped, bill: '20', excluded: '5' })
    expect(lines).toEqual([line('15.00'), line('5.00', '', { isExcluded: true })])
    expect(withLine({ ...nothingTyped, lines }).lines).toHaveLength(3)
    expect(withLine({ ...nothingTyped, bill: '20' }).lines).toEqual([line('20')])
  })

  it('names the kind of goods of a line that has one, and of no other', () => {
    const lines = [line('3', '梨', { category: ' 水果 ' }), line('4', '袋')]
    expect(billPartsOf({ ...nothingTyped, lines })?.lines).toEqual([
      { title: '梨', amountFen: 300, isExcluded: false, category: '水果' },
      { title: '袋', amountFen: 400, isExcluded: false },
    ])
  })

  it('may be empty with a thing at its exchange price on it, and not without', () => {
    expect(billPartsOf(nothingTyped)).toBeNull()
    expect(billPartsOf(nothingTyped, true)).toEqual({ billFen: 0, excludedFen: 0 })
    expect(billPartsOf({ ...nothingTyped, bill: '45' }, true)).toMatchObject({ billFen: 4500 })
    const begun = { ...nothingTyped, lines: [line('', '梨')] }
    expect(billPartsOf(begun, true)).toBeNull()
  })

  it('comes back as it was from what was put aside', () => {
    const byLines = {
      ...nothingTyped,
      freight: '8',
      lines: [line('3', '梨', { category: '水果' }), line('4', '袋', { isExcluded: true })],
    }
    const bySum = { ...nothingTyped, bill: '45.50', excluded: '5' }
    for (const typed of [byLines, bySum]) {
      const parts = billPartsOf(typed)
      expect(parts && billPartsOf(typedBillOf(parts))).toEqual(parts)
    }
  })
})

function line(amount: string, title = '', part: Partial<TypedLine> = {}): TypedLine {
  return { title, amount, isExcluded: false, category: '', ...part }
}
