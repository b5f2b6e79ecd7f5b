import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { changesStore } from '../rewards.store'
import RewardChangesPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const at = Date.parse('2026-11-21T02:00:00Z')
const rows = [
  {
    ...{ changeId: 'b', kind: 'stock', at, byName: '顾明远', reason: '打翻了两份' },
    changes: [{ field: 'leftCount', before: 10, after: 8 }],
  },
  {
    ...{ changeId: 'a', kind: 'saved', at, byName: '林晓棠', reason: null },
    changes: [{ field: 'pricePoints', before: 60, after: 80 }],
  },
  { ...{ changeId: 'c', kind: 'saved', at, byName: '林晓棠', reason: null }, changes: [] },
]

describe('what was changed of a reward', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { rewardId: 'eggs' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    changesStore.setState(changesStore.getInitialState())
  })

  it('is told with who, when, before and after', async () => {
    await open(rows)
    expect(screen.getByText('库存：打翻了两份')).toBeTruthy()
    expect(screen.getByText('剩余：从 10 改为 8')).toBeTruthy()
    expect(screen.getByText('积分：从 60 改为 80')).toBeTruthy()
    expect(screen.getByText('内容没有变化')).toBeTruthy()
    expect(screen.getByText('顾明远 · 2026-11-21 10:00')).toBeTruthy()
  })

  it('is nothing yet', async () => {
    await open([])
    expect(screen.getByText('还没有改动')).toBeTruthy()
  })
})

async function open(changes: object[]): Promise<void> {
  phone.answer = (_feature, event) => {
    if (event.action === 'me') return { ok: true, value: me }
    return { ok: true, value: { serverNow: 0, rows: changes, nextCursor: null } }
  }
  await act(async () => {
    render(<RewardChangesPage />)
  })
}
