import { accept, refusalSentences, refuse } from './refusal'

const sentences = Object.entries(refusalSentences)

describe('every refusal', () => {
  it.each(sentences)('%s has one short sentence that a shopper understands', (_code, sentence) => {
    expect(sentence).toMatch(/^[\u4e00-\u9fff，]+$/)
    expect(sentence.length).toBeGreaterThanOrEqual(5)
    expect(sentence.length).toBeLessThanOrEqual(30)
  })

  it('says something of its own, so that two reasons are never mistaken', () => {
    const told = sentences.map(([, sentence]) => sentence)
    expect(new Set(told).size).toBe(told.length)
  })

  it('is named in capitals', () => {
    for (const [code] of sentences) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  })
})

describe('an outcome', () => {
  it('is yes with a value, or no with a code and what helps the person on', () => {
    expect(accept(7)).toEqual({ ok: true, value: 7 })
    expect(refuse('SOLD_OUT')).toEqual({ ok: false, code: 'SOLD_OUT' })
    expect(Object.keys(refuse('SOLD_OUT'))).not.toContain('detail')
    expect(refuse('POINTS_INSUFFICIENT', { missingPoints: 3 })).toEqual({
      ok: false,
      code: 'POINTS_INSUFFICIENT',
      detail: { missingPoints: 3 },
    })
  })
})
