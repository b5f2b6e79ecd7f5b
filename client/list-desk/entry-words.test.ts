import { myEntry } from '../../dev/harness/list-shown'
import type { DeskEntry } from './entries.store'
import {
  canMarkPaid,
  entryState,
  lineText,
  openLines,
  payableText,
  unweighedLines,
} from './entry-words'

const entry: DeskEntry = {
  ...{ ...myEntry(), isByOwner: false, askedBy: null, joinedAt: 0, paidAt: null },
}
const [line] = entry.lines
if (!line) throw new Error('it has a line')
const got = { ...line, quantity: 3, gotQuantity: 2 }
const melon = { ...line, itemId: 'i2', unit: 'jin', quantity: 2.5, gotQuantity: 2.5 } as const

describe('an entry on the desk', () => {
  it('says what was ordered, and what it got where that is less', () => {
    expect(lineText(line)).toBe('草莓 · 大盒 1 份')
    expect(lineText(got)).toBe('草莓 · 大盒 3 份（分到 2）')
    expect(lineText({ ...got, gotQuantity: 0 })).toBe('草莓 · 大盒 3 份（没有分到）')
  })

  it('says what is open about it', () => {
    expect(entryState(entry).text).toBe('没付')
    expect(entryState({ ...entry, paymentState: 'paid' }).text).toBe('已付')
    expect(entryState({ ...entry, askedBy: { maskedName: '王**' } }).text).toBe('有人认领')
    expect(entryState({ ...entry, state: 'cancelled' }).text).toBe('已取消')
    const fetched = { ...got, collectedQuantity: 2 }
    expect(entryState({ ...entry, lines: [fetched] })).toEqual({
      ...{ text: '已取，没付', tone: 'open' },
    })
    expect(entryState({ ...entry, paymentState: 'paid', lines: [fetched] })).toEqual({
      ...{ text: '已取完', tone: 'gain' },
    })
  })

  it('hands over what it got and nobody fetched, weighed goods once they are weighed', () => {
    expect(openLines([line])).toEqual([])
    expect(openLines([{ ...got, collectedQuantity: 1 }])).toEqual([{ itemId: 'i1', quantity: 1 }])
    expect(openLines([melon])).toEqual([])
    expect(openLines([{ ...melon, weighedGrams: 1_260 }])).toEqual([
      { itemId: 'i2', quantity: 2.5 },
    ])
    expect(unweighedLines([got, melon])).toEqual([melon])
  })

  it('hands over nothing of an entry before all of it has come and has its price', () => {
    expect(openLines([got, melon])).toEqual([])
    expect(openLines([got, { ...line, itemId: 'i3' }])).toEqual([])
    expect(openLines([got, { ...melon, weighedGrams: 1_260 }])).toHaveLength(2)
  })

  it('is written down as paid after the cut-off, once what came is weighed', () => {
    const came = { ...entry, lines: [got, melon] }
    expect(canMarkPaid(entry, 'running')).toBe(false)
    expect(canMarkPaid(entry, 'ordered')).toBe(true)
    expect(canMarkPaid(came, 'arrived')).toBe(false)
    expect(canMarkPaid({ ...came, lines: [got] }, 'arrived')).toBe(true)
    expect(canMarkPaid({ ...entry, paymentState: 'paid' }, 'arrived')).toBe(false)
    expect(canMarkPaid({ ...entry, state: 'cancelled' }, 'ordered')).toBe(false)
  })

  it('says of what is not weighed yet that it is an estimate', () => {
    expect(payableText(entry)).toBe('¥19.90')
    expect(payableText({ ...entry, lines: [melon] })).toBe('约 ¥19.90')
  })
})
