import { listShown, myEntry } from '../../dev/harness/list-shown'
import { changeForOf, emptyFor, missingFor, wishFor } from './for-form'

const list = listShown()

describe('taking an entry down for somebody', () => {
  it('begins with nothing, or with the entry that is changed', () => {
    expect(emptyFor(list)).toMatchObject({ name: '', quantities: {}, pickupPointId: 'p1' })
    const desk = { ...myEntry({ remark: '熟一点' }), isByOwner: true, askedBy: null }
    const entry = { ...desk, joinedAt: 0, paidAt: null }
    expect(emptyFor(list, entry)).toMatchObject({ name: '林晓棠', quantities: { i1: 1 } })
  })

  it('wants a name and something ordered; a phone is whole or none', () => {
    const form = { ...emptyFor(list), name: '王阿姨', quantities: { i1: 2 } }
    expect(missingFor(form)).toBeNull()
    expect(missingFor({ ...form, name: ' ' })).toBe('写个名字')
    expect(missingFor({ ...form, phone: '1380013' })).toBe('手机号要 11 位，请核对位数')
    expect(missingFor({ ...form, quantities: { i1: 0 } })).toBe('先选几份')
    expect(changeForOf(form).remark).toBeNull()
    expect(changeForOf({ ...form, remark: '熟一点' }).remark).toBe('熟一点')
    expect(wishFor(form)).toEqual({ lines: [{ itemId: 'i1', quantity: 2 }], pickupPointId: 'p1' })
  })
})
