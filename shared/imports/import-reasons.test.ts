import { importReasonSentences, reasonFor } from './import-reasons'

describe('why a row is not taken', () => {
  it('names what is wrong with the cell, where more can be said than how it should look', () => {
    expect(reasonFor('date', 'noSuchDay')).toBe('dateNoSuchDay')
    expect(reasonFor('phone', 'masked')).toBe('phoneMasked')
    expect(reasonFor('receipt', 'rounded')).toBe('cellRounded')
    expect(reasonFor('expires', 'noSuchDay')).toBe('dateNoSuchDay')
  })

  it('says how it should look otherwise', () => {
    expect(reasonFor('date', 'notDate')).toBe('dateInvalid')
    expect(reasonFor('till', 'signs')).toBe('tillInvalid')
    expect(reasonFor('points', 'fraction')).toBe('pointsInvalid')
  })

  it('has no two reasons with one sentence', () => {
    const sentences = Object.values(importReasonSentences)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})
