import { textItems } from '../../../dev/harness/text-lists'
import { amountAt, plainAmount, quantityFor } from './amounts'

const [apple, melon, eggs, tofu] = textItems(['苹果', '西瓜/jin', '鸡蛋 30枚', '豆腐 块'])

function come(item: typeof apple, written: string) {
  const found = amountAt(written, 0)
  if (!item || !found) return null
  const much = quantityFor(item, found.value)
  return 'quantity' in much ? much.quantity : 'asked'
}

describe('an amount', () => {
  it.each([
    ['2', 2],
    ['×3', 3],
    ['两份', 2],
    ['十二个', 12],
    ['俩', 2],
    ['1.5份', 'asked'],
    ['半个', 'asked'],
    ['3斤', 'asked'],
    ['2-3份', 'asked'],
    ['一打', 'asked'],
    ['20块', 'asked'],
    ['0', 'asked'],
  ])('%s of apples by the piece comes to %s', (written, expected) => {
    expect(come(apple, written)).toBe(expected)
  })

  it.each([
    ['半斤', 0.5],
    ['两斤半', 2.5],
    ['2公斤', 4],
    ['1000克', 2],
    ['2', 2],
    ['5两', 'asked'],
    ['0.3斤', 'asked'],
    ['2个', 'asked'],
  ])('%s of melon by the jin comes to %s', (written, expected) => {
    expect(come(melon, written)).toBe(expected)
  })

  it('is asked for where it counts parts: 30枚 of a tray of 30', () => {
    expect([come(eggs, '30枚'), come(eggs, '2份'), come(tofu, '2块')]).toEqual(['asked', 2, 2])
  })

  it('plain is a bare number', () => {
    expect(plainAmount(2)).toMatchObject({ value: 2, unit: null, doubt: null })
  })
})
