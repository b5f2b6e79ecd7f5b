import * as v from 'valibot'
import { purchaseLines, roundOffFen } from './bill-fields'

const line = (amountFen: unknown) => [{ title: '苹果', amountFen }]

describe('a line of a bill', () => {
  it.each([1, 0, -7, -99, 10_000_000])('may come to %s fen', (amountFen) => {
    expect(v.safeParse(purchaseLines, line(amountFen)).success).toBe(true)
  })

  it.each([-100, 0.5, 10_000_001, '7', null, Number.NaN])('cannot come to %s', (amountFen) => {
    const { issues } = v.safeParse(purchaseLines, line(amountFen))
    expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['0.amountFen'])
  })
})

it.each([
  ...[0, 7, 99].map((fen) => [fen, true] as const),
  ...[-1, 100, 0.5, '7', null].map((fen) => [fen, false] as const),
])('what is left off a bill may be %s fen: %s', (fen, isTaken) => {
  expect(v.safeParse(roundOffFen, fen).success).toBe(isTaken)
})
