import { countSpellings } from '../../dev/harness/spellings/counts'
import { readQuantity } from './quantity'

describe('how much of a thing', () => {
  it.each(countSpellings.meant)('is whole pieces, %j as %i', (typed, value) => {
    expect(readQuantity(typed, 'piece')).toEqual({ ok: true, value })
  })

  it.each([
    ['2', 2],
    ['2.5', 2.5],
    ['２。５', 2.5],
    ['.5', 0.5],
    ['2.50 斤', 2.5],
    ['1,200.5市斤', 1_200.5],
  ])('is jin in halves, %j as %d', (typed, value) => {
    expect(readQuantity(typed, 'jin')).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'blank'],
    ['2.25', 'fraction'],
    ['-1', 'negative'],
    ['1,5', 'grouping'],
    ['半', 'notWhole'],
    ['斤', 'notWhole'],
    ['100000', 'tooLarge'],
  ])('is not %j: %s', (typed, fault) => {
    expect(readQuantity(typed, 'jin')).toEqual({ ok: false, fault })
  })
})
