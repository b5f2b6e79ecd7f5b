import { changeLines, changeTitle } from './change-words'

const row = {
  ...{ changeId: 'c', at: 0, byName: '东家', kind: 'store' as const, subjectName: '河滨店' },
  fields: [],
}

describe('what was changed', () => {
  it.each([
    ['shop', '店铺资料'],
    ['store', '门店“河滨店”'],
    ['storeOpened', '新开门店“河滨店”'],
    ['staff', '员工“河滨店”'],
  ] as const)('of kind %s is called %s', (kind, title) => {
    expect(changeTitle({ ...row, kind })).toBe(title)
  })

  it('says what it was and what it is', () => {
    expect(
      changeLines({
        fields: [
          { field: 'hours', before: '07:00–21:00', after: '08:00–20:00' },
          { field: 'phone', before: null, after: '021-62345678' },
          { field: 'slogan', before: '住得近', after: null },
          { field: 'noticeFromOn', before: null, after: '2026-11-30' },
        ],
      }),
    ).toEqual([
      '营业时间：07:00–21:00 改为 08:00–20:00',
      '电话：填写为 021-62345678',
      '一句话介绍：去掉了 住得近',
      '公告开始：填写为 2026年11月30日',
    ])
  })

  it('of roles says where', () => {
    const role = (before: string | null, after: string | null) =>
      changeLines({ fields: [{ field: 'role', before, after, storeName: '河滨店' }] })[0]
    expect(role(null, 'staff')).toBe('河滨店：任命为店员')
    expect(role('staff', 'manager')).toBe('河滨店：由店员改为店长')
    expect(role('manager', null)).toBe('河滨店：不再是店长')
    const owner = [{ field: 'owner', before: 'owner', after: null } as const]
    expect(changeLines({ fields: owner })).toEqual(['全店：不再是店主'])
  })
})
