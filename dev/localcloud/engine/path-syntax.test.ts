import { checkFieldPath } from './path-syntax'

describe('a path of fields', () => {
  it.each(['a', 'a.b', 'a.0.b', '$a.b', '$$ROOT.a'])('may be %s', (path) => {
    expect(() => checkFieldPath(path)).not.toThrow()
  })

  it.each([
    ['a.', "must not end with a '.'"],
    ['.', "must not end with a '.'"],
    ['.a', 'may not be empty strings'],
    ['a..b', 'may not be empty strings'],
    ['', 'may not be empty strings'],
  ])('is not %p: %s', (path, sentence) => {
    expect(() => checkFieldPath(path)).toThrow(sentence)
  })
})
