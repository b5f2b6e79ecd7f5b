import { type BatchRow, canVoid, notesOf, openCountOf, stateOf } from './batches.store'

const batch: BatchRow = {
  ...{ batchId: 'b1', kind: 'issue', title: '满30减5', reason: '店庆回馈', authorName: '顾明远' },
  ...{ at: Date.parse('2026-11-20T02:00:00Z'), state: 'issued' },
  ...{ issuedCount: 40, usedCount: 6, voidedCount: 0, voided: null, mayVoid: true },
}
const voided: BatchRow = {
  ...{ ...batch, state: 'void', voidedCount: 34 },
  voided: { at: Date.parse('2026-11-21T02:00:00Z'), reason: '面额写错', byName: '沈佳怡' },
}

describe('a batch of coupons in words', () => {
  it('says what was used, and what was withdrawn, why and by whom', () => {
    expect(stateOf(batch)).toBe('已用 6 张')
    expect(stateOf(voided)).toBe('已用 6 张 · 作废 34 张')
    expect(stateOf({ ...batch, state: 'voiding' })).toBe('正在作废')
    expect(notesOf(voided)).toEqual([
      '店庆回馈',
      '11月20日 · 顾明远',
      '11月21日 沈佳怡作废：面额写错',
    ])
    const drop = { ...batch, kind: 'drop', reason: '社群福利：周五咖啡券' } as const
    expect(notesOf(drop)[0]).toBe('社群福利：周五咖啡券')
  })

  it('can be withdrawn once, and only what was not used', () => {
    expect([openCountOf(batch), openCountOf(voided)]).toEqual([34, 0])
    expect([canVoid(batch), canVoid(voided)]).toEqual([true, false])
    expect(canVoid({ ...batch, state: 'voiding' })).toBe(false)
    expect(canVoid({ ...batch, mayVoid: false })).toBe(false)
  })
})
