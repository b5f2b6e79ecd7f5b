import type { Value } from './document'
import { checkExpression, evaluate } from './expressions'

/** [expression, its result]: the examples of MongoDB's manual and the corners it describes. */
const documented: [Value, unknown][] = [
  [{ $concat: ['a', ' - ', 'x'] }, 'a - x'],
  [{ $concat: ['a', null] }, null],
  [{ $indexOfBytes: ['cafeteria', 'e'] }, 3],
  [{ $indexOfBytes: ['cafétéria', 'é', 4] }, 6],
  [{ $indexOfBytes: ['foo.bar.fi', '.', 5] }, 7],
  [{ $indexOfBytes: ['vanilla', 'll', 12] }, -1],
  [{ $indexOfCP: ['cafeteria', 'e'] }, 3],
  [{ $indexOfCP: ['cafétéria', 'é'] }, 3],
  [{ $indexOfCP: ['😀惠邻', '邻'] }, 2],
  [{ $indexOfCP: ['foo.bar.fi', '.', 5] }, 7],
  [{ $indexOfCP: ['vanilla', 'nilla', 3] }, -1],
  [{ $indexOfCP: [null, 'foo'] }, null],
  [{ $split: ['June-15-2013', '-'] }, ['June', '15', '2013']],
  [{ $split: ['headphone jack', /x/.source] }, ['headphone jack']],
  [{ $strLenBytes: 'cafétéria' }, 11],
  [{ $strLenBytes: { $literal: '$€λA' } }, 7],
  [{ $strLenCP: '寿司' }, 2],
  [{ $strLenCP: '😀' }, 1],
  [{ $strcasecmp: ['13Q1', '13q4'] }, -1],
  [{ $substr: ['quarter', 0, 2] }, 'qu'],
  [{ $substr: ['quarter', 2, -1] }, 'arter'],
  [{ $substrBytes: ['cafétéria', 0, 5] }, 'café'],
  [{ $substrBytes: ['cafétéria', 8, 3] }, 'ria'],
  [{ $substrBytes: ['13Q1', 2, 20] }, 'Q1'],
  [{ $substrBytes: ['13Q1', 9, 2] }, ''],
  [{ $substrCP: ['cafétéria', 0, 5] }, 'cafét'],
  [{ $substrCP: ['寿司sushi', 1, 20] }, '司sushi'],
  [{ $toLower: 'ABC1' }, 'abc1'],
  [{ $toLower: null }, ''],
  [{ $toUpper: 'abc' }, 'ABC'],
]

describe('an expression on texts', () => {
  it.each(documented)('%j is %j', (expression, result) => {
    checkExpression(expression)
    expect(evaluate({}, expression)).toEqual(result)
  })

  it.each<[Value]>([
    [{ $substrCP: ['abc', 1, -1] }],
    [{ $substrBytes: ['cafétéria', 7, 3] }],
    [{ $substrBytes: ['cafétéria', 0, 4] }],
    [{ $toUpper: [1, 2] }],
    [{ $concat: [5, 'x'] }],
    [{ $strLenCP: '$missing' }],
  ])('%j fails as it does on the platform', (expression) => {
    expect(() => evaluate({}, expression)).toThrow('[FailedOperation')
  })
})
