import { deskStore } from './desk.store'

describe('the desk', () => {
  beforeEach(() => deskStore.setState({ lastScans: [] }))

  it('keeps one line for one scan: what became of it takes its place', () => {
    const { remember } = deskStore.getState()
    remember({ key: 'a', title: '林**', text: '已扫码' })
    remember({ key: 'b', title: '王*', text: '已扫码' })
    remember({ key: 'a', title: '林**', text: '¥45.00，得 45 积分' })
    expect(deskStore.getState().lastScans.map(({ key, text }) => [key, text])).toEqual([
      ['a', '¥45.00，得 45 积分'],
      ['b', '已扫码'],
    ])
  })

  it('shows the last ten', () => {
    for (let count = 1; count <= 12; count += 1) {
      deskStore.getState().remember({ key: `${count}`, title: '会员', text: '' })
    }
    const keys = deskStore.getState().lastScans.map(({ key }) => key)
    expect(keys).toHaveLength(10)
    expect(keys[0]).toBe('12')
  })
})
