import { textItems } from '../../../dev/harness/text-lists'
import { plainAmount } from './amounts'
import { edited } from './edits'
import { goodsOf } from './goods'

const goods = goodsOf(textItems(['苹果', '梨']))
const two = [{ itemId: 'i1', quantity: 2 }]
const both = [...two, { itemId: 'i2', quantity: 1 }]

describe('an order that is changed', () => {
  it('is counted anew, more or less', () => {
    const change = (kind: 'set' | 'more' | 'less', value: number) =>
      edited(two, [{ kind, itemId: null, amount: plainAmount(value) }], goods)
    expect(change('set', 5)).toMatchObject({ value: [{ itemId: 'i1', quantity: 5 }] })
    expect(change('more', 1)).toMatchObject({ value: [{ itemId: 'i1', quantity: 3 }] })
    expect(change('less', 1)).toMatchObject({ value: [{ itemId: 'i1', quantity: 1 }] })
    expect(change('less', 2)).toMatchObject({ ok: false })
  })

  it('is asked for where it could be either of two', () => {
    const set = { kind: 'set', itemId: null, amount: plainAmount(3) } as const
    expect(edited(both, [set], goods)).toMatchObject({ ok: false, kind: 'doubt' })
  })

  it('loses a line, or all of them', () => {
    expect(edited(both, [{ kind: 'drop', itemIds: ['i2'] }], goods)).toMatchObject({ value: two })
    expect(edited(both, [{ kind: 'cancel' }], goods)).toMatchObject({ value: null })
    expect(edited(two, [{ kind: 'drop', itemIds: ['i2'] }], goods)).toMatchObject({ ok: false })
  })
})
