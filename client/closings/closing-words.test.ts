import { differenceText, othersText, tillName, uncountedText } from './closing-words'

const till = {
  ...{ receiptCount: 5, amountFen: 20_000, refundFen: 0, couponFen: 0, pointsFen: 0 },
  ...{ nonMemberCount: 3, nonMemberFen: 10_500, footfallCount: 12 },
}

describe('a closing in words', () => {
  it('names tills and differences', () => {
    expect([tillName('-'), tillName('2')]).toEqual(['无编号', '2 号机'])
    const less = { figure: 'amount', tillFigure: 4_950, ourFigure: 5_000, difference: -50 } as const
    expect(differenceText(less)).toBe('会员实收：收银机少 ¥0.50')
  })

  it('tells what was not counted from what was none', () => {
    expect(othersText(till)).toBe('3 笔 ¥105.00')
    expect(othersText({ ...till, nonMemberCount: null })).toBe('¥105.00')
    expect(othersText({ ...till, nonMemberCount: null, nonMemberFen: null })).toBe('没有另外数')
    expect(uncountedText(till)).toBeNull()
    expect(uncountedText({ ...till, refundFen: null, pointsFen: null })).toBe(
      '没有核对：退款、积分抵扣',
    )
  })
})
