import { importOutcome } from './import-words'
import type { ImportRow } from './imports.store'

const row: ImportRow = {
  ...{ jobId: 'j', kind: 'purchases', fileName: 'a.csv', state: 'done', startedAt: 0 },
  ...{ staffName: '顾明远', rowCount: 5, fineCount: 3, thereCount: 1, wrongCount: 1 },
  ...{ bookedCount: 3, hasRows: true },
}

describe('what came of an import', () => {
  it.each([
    [row, '登记 3 行'],
    [{ ...row, bookedCount: 0, fineCount: 0 }, '以前都登记过'],
    [{ ...row, bookedCount: 0, fineCount: 0, thereCount: 0 }, '没有可登记的'],
    [{ ...row, bookedCount: 0 }, '没有登记'],
    [{ ...row, state: 'booking' as const }, '正在登记'],
    [{ ...row, state: 'checked' as const, bookedCount: 0 }, '没有登记'],
    [{ ...row, state: 'checking' as const }, '没有核对完'],
    [{ ...row, state: 'receiving' as const }, '没有传完'],
  ])('is told in a word (%#)', (one, word) => {
    expect(importOutcome(one)).toBe(word)
  })
})
