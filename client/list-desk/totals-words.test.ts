import { sheetText } from './totals-words'

const items = [
  ...[{ itemId: 'i1', name: '草莓', spec: '大盒', unit: 'piece', quantity: 25, amountFen: 49_750 }],
  ...[{ itemId: 'i2', name: '西瓜', spec: null, unit: 'jin', quantity: 7.5, amountFen: 2_250 }],
] as const
const sums = { entryCount: 20, amountFen: 52_000, waitingCount: 0 }
const point = (name: string, quantity: number) => ({
  ...{ pickupPointId: name, name, items: [{ itemId: 'i1', quantity, amountFen: 1 }] },
})

describe('the purchase sheet as text', () => {
  it('is one list where there is one point', () => {
    const totals = { ...sums, items: [...items], points: [point('梧桐里店', 25)] }
    expect(sheetText(totals)).toBe('采购单\n草莓 · 大盒 25 份\n西瓜 7.5 斤')
  })

  it('says what goes where when there are several', () => {
    const points = [point('梧桐里店', 20), point('河滨店', 5)]
    const text = sheetText({ ...sums, items: [...items], points })
    expect(text).toContain('【梧桐里店】\n草莓 · 大盒 20 份')
    expect(text).toContain('【河滨店】\n草莓 · 大盒 5 份')
  })
})
