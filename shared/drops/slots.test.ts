import fc from 'fast-check'
import { middleOfLongest, nextFree } from './slots'

const anyTaken = fc.integer({ min: 1, max: 40 }).chain((quota) =>
  fc.record({
    quota: fc.constant(quota),
    taken: fc.array(fc.integer({ min: 1, max: quota })).map((some) => new Set(some)),
    from: fc.integer({ min: 1, max: quota }),
  }),
)

describe('the slots of a drop', () => {
  it.each([
    [[], 3, 3],
    [[3], 3, 4],
    [[3, 4, 5], 3, 1],
    [[1, 2, 3, 4, 5], 3, null],
  ])('with %j taken of five, from %i on the next is %j', (taken, from, next) => {
    expect(nextFree(new Set(taken), 5, from)).toBe(next)
  })

  it.each([
    [[], 6],
    [[1, 2, 3], 7],
    [[5], 8],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], null],
  ])('with %j taken of ten, the middle of the longest stretch is %j', (taken, middle) => {
    expect(middleOfLongest(new Set(taken), 10)).toBe(middle)
  })

  it('are free where they say so, and none is missed', () => {
    fc.assert(
      fc.property(anyTaken, ({ quota, taken, from }) => {
        for (const slot of [nextFree(taken, quota, from), middleOfLongest(taken, quota)]) {
          if (taken.size === quota) expect(slot).toBeNull()
          else expect(slot !== null && slot >= 1 && slot <= quota && !taken.has(slot)).toBe(true)
        }
      }),
    )
  })
})
