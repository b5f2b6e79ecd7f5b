import { presetLine, presetOf, presets } from './preset'

describe('the words for her', () => {
  it('go by her tags; who is about to leave is spoken to as that', () => {
    expect(presetOf(['价格敏感'])).toBe('priceSensitive')
    expect(presetOf(['品牌忠诚', '价格敏感'])).toBe('brandLoyal')
    expect(presetOf(['价格敏感', '即将流失'])).toBe('lapsing')
    expect(presetOf(['常客'])).toBeNull()
  })

  it.each(['gift', 'drop'] as const)('of a %s differ, and fit into a field', (about) => {
    const lines = [null, ...presets].map((preset) => presetLine(about, preset))
    expect(new Set(lines).size).toBe(4)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20)
  })
})
