import { momentsOf, ruleText } from './fault-words'

describe('a fault in words', () => {
  it('says what happens, where and how often', () => {
    expect(
      ruleText({ kind: 'kill', at: 'before-call', rate: 0.07, function: 'mall', call: 2 }),
    ).toBe('杀掉实例 · mall 第 2 次 数据库调用之前 · 7%')
  })

  it('speaks of every function and of every time when a rule names none', () => {
    expect(ruleText({ kind: 'delay', at: 'answer', delayMs: 300 })).toBe(
      '推迟回答 300 毫秒 · 所有函数 函数回答的时候 · 100%',
    )
  })

  it('offers only the moments at which a kind of fault can strike', () => {
    expect(momentsOf.duplicate).toEqual(['tick'])
    expect(momentsOf.kill).not.toContain('answer')
  })
})
