import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { changesStore } from '../shop.store'
import ShopChangesPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}

describe('what managers changed', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    changesStore.setState(changesStore.getInitialState())
  })

  it('says who changed what, when, and what it was', async () => {
    const change = { field: 'hours', before: '07:00–21:00', after: '08:00–20:00' }
    const at = Date.parse('2026-11-29T02:00:00Z')
    await open([
      ...[{ changeId: 'c', at, byName: '顾明远', kind: 'store', subjectName: '河滨店' }].map(
        (row) => ({ ...row, fields: [change] }),
      ),
    ])
    expect(screen.getByText('门店“河滨店”')).toBeTruthy()
    expect(screen.getByText('营业时间：07:00–21:00 改为 08:00–20:00')).toBeTruthy()
    expect(screen.getByText('顾明远 · 2026-11-29 10:00')).toBeTruthy()
  })

  it('says so when there is nothing', async () => {
    await open([])
    expect(screen.getByText('还没有修改')).toBeTruthy()
  })

  async function open(changes: object[]): Promise<void> {
    phone.answer = (_feature, { action }) => ({
      ok: true,
      value: action === 'me' ? me : { serverNow: 0, changes, nextCursor: null },
    })
    await act(async () => {
      render(<ShopChangesPage />)
    })
  }
})
