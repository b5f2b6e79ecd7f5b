import { staffNotes, standingText } from './staff-words'

const east = { storeId: 'east', name: '东店', role: 'staff' as const, sinceAt: null }
const row = {
  ...{ memberId: 'm', displayName: '小陈', isMe: false, isOwner: false, ownerSinceAt: null },
  ...{ communityOwner: false, stores: [east], mayEnd: true, isManaged: true },
}
const stores = (...changes: object[]) =>
  changes.map((change) => ({ ...east, isManaged: true, ...change }))

describe('a member of staff in the list', () => {
  it('is called by the most that she is', () => {
    expect(standingText({ ...row, stores: stores({}) })).toBe('店员')
    const both = stores({}, { role: 'manager' as const })
    expect(standingText({ ...row, stores: both })).toBe('店长')
    expect(standingText({ ...row, isOwner: true, stores: [] })).toBe('店主')
  })

  it('is told store by store, with the day since when, where it is known', () => {
    const sinceAt = Date.parse('2026-03-10T02:00:00Z')
    const both = stores({}, { name: '西店', role: 'manager' as const, sinceAt })
    expect(staffNotes({ ...row, stores: both, communityOwner: true })).toEqual([
      '东店 · 店员',
      '西店 · 店长 · 2026年3月10日起',
      '也是团长',
    ])
    expect(staffNotes({ ...row, isOwner: true, stores: [] })).toEqual(['全部门店 · 店主'])
  })
})
