import { fold, nameKey, quotedOf, shown, shownOf } from './fold'

describe('a folded text', () => {
  it('has one writing for every letter, and none that is hidden', () => {
    expect(fold('１．王\u200b姐　蘋果Ｘ２（大）').key).toBe('1.王姐 苹果x2(大)')
  })

  it('gives names back as they were typed', () => {
    const text = fold('1.\u200b Ａmy😀 苹果')
    expect(shownOf(text, 3, text.key.indexOf(' 苹'))).toBe('Ａmy😀')
  })

  it('keeps the joiner that makes one emoji of several', () => {
    expect(shown(' 👨‍👩‍👧\u202e ')).toBe('👨‍👩‍👧')
  })

  it('takes what stands between quotes, doubled ones once', () => {
    const text = fold('〔a〕〕b〕')
    expect(quotedOf(text, 0, text.key.length - 1)).toBe('a〕b')
  })

  it('compares names without blanks and width', () => {
    expect(nameKey('王 姐Ａ')).toBe(nameKey('王姐a'))
  })
})
