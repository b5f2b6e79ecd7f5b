import { plainText, readSearch, visibleText } from './search-text'

const nothing = { memberNumber: null, phone: null, receiptNo: null, names: [] }

describe('what a manager means by what she types to find a member', () => {
  it.each([
    ['林晓棠', { names: ['林晓棠'] }],
    ['  林 ', { names: ['林'] }],
    ['Ａｎｎａ', { receiptNo: 'Anna', names: ['Ａｎｎａ', 'Anna'] }],
    ['👨‍👩‍👧 一家', { names: ['👨‍👩‍👧 一家'] }],
    ['12345678', { memberNumber: '12345678', receiptNo: '12345678', names: ['12345678'] }],
    ['1234 5678', { memberNumber: '12345678', receiptNo: '12345678', names: ['1234 5678'] }],
    [
      '１２３４５６７８',
      { memberNumber: '12345678', receiptNo: '12345678', names: ['１２３４５６７８', '12345678'] },
    ],
    ['1234 5678 9012 3456 78', { memberNumber: '12345678' }],
    ['13800001111', { phone: '13800001111', receiptNo: '13800001111' }],
    ['138-0000-1111', { phone: '13800001111', receiptNo: '138-0000-1111' }],
    ['+86 138 0000 1111', { phone: '13800001111' }],
    ['8613800001111', { phone: '13800001111', receiptNo: '8613800001111' }],
    ['１３８００００１１１１', { phone: '13800001111', receiptNo: '13800001111' }],
    ['\u202d13800001111\u202c', { phone: '13800001111', receiptNo: '13800001111' }],
    ['1380000111', { receiptNo: '1380000111', names: ['1380000111'] }],
    ['12800001111', { receiptNo: '12800001111', names: ['12800001111'] }],
    ['R-0042', { receiptNo: 'R-0042', names: ['R-0042'] }],
    ['长'.repeat(21), {}],
    ['\u200b', { names: ['\u200b'] }],
  ])('%j', (typed, meant) => {
    expect(readSearch(typed)).toEqual({ ...nothing, ...meant })
  })

  it('takes away what nobody sees, and keeps what joins an emoji', () => {
    expect(visibleText('\u202d 138 ０\u202c')).toBe('138 ０')
    expect(visibleText('\u200b')).toBe('')
    expect(plainText('\u200f 王\u3000姐 \ufeff')).toBe('王 姐')
    expect(plainText('👨‍👩‍👧')).toBe('👨‍👩‍👧')
  })
})
