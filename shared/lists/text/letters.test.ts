import { textItems } from '../../../dev/harness/text-lists'
import { fold } from './fold'
import { goodsOf } from './goods'
import { lettersAt, lettersOf, placedAt, placedTokens } from './letters'

const goods = goodsOf(textItems(['A套餐', 'B套餐']))

describe('goods without their names', () => {
  it('are letters of the menu, and only those', () => {
    expect(lettersAt(goods, 'ab2', 0)).toMatchObject({ from: 0, to: 2 })
    expect(lettersAt(goods, 'ax2', 0)).toMatchObject({ to: 1 })
    expect(lettersAt(goods, 'amy', 0)).toBeNull()
    expect(
      lettersOf({ text: fold('ab'), goods, end: 2 }, { kind: 'letters', from: 0, to: 2 }, 'space'),
    ).toHaveLength(2)
  })

  it('are a place in the list with how many of it', () => {
    const placed = placedAt({ text: fold('〔2×0.5〕'), goods, end: 7 }, 0)
    expect(placed).toMatchObject({ itemId: 'i2', value: 0.5 })
    expect(placed && placedTokens(placed, 'space').map(({ kind }) => kind)).toEqual([
      'item',
      'amount',
    ])
    expect(placedAt({ text: fold('〔9×1〕'), goods, end: 5 }, 0)).toBeNull()
  })
})
