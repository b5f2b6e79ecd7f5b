import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { todayStore } from '../today.store'
import ManagerDeskPage from './index'

const today = {
  ...{ serverNow: 0, todayOn: '2026-11-21', joinedCount: 3, pickupCount: 2 },
  sales: { purchaseCount: 32, paidFen: 128_050 },
  points: { inPoints: 1_280, outPoints: 360 },
  closings: { missingCount: 0, first: null },
  approvals: { adjustments: 1, texts: 0, invitations: 0, goods: 0, damages: 0 },
}
let asked: string[] = []

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [
    { storeId: 'east', name: '东门店', role: 'manager' },
    { storeId: 'west', name: '西门店', role: 'staff' },
  ],
}

describe("the manager's desk", () => {
  beforeEach(() => {
    phone.reset()
    asked = []
    todayStore.setState(todayStore.getInitialState())
    rolesStore.setState(rolesStore.getInitialState())
  })

  it('says of which stores she is the manager, and leads to what she can do', async () => {
    await open(me)
    expect(screen.getByText('东门店')).toBeTruthy()
    act(() => screen.getByText('员工管理').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/roster/staff/index' }])
  })

  it('shows nothing of it to a clerk who found the address', async () => {
    await open({ ...me, isManager: false, stores: [] })
    expect(screen.getByText('这里是店长的工作台')).toBeTruthy()
    expect(screen.queryByText('员工管理')).toBeNull()
    expect(asked).not.toContain('today')
  })

  it('begins with today: what it came to, and what waits for her', async () => {
    await open(me)
    expect(screen.getByText('¥1,280.50')).toBeTruthy()
    expect(screen.getByText('2 件')).toBeTruthy()
    act(() => screen.getByText('待批的积分调整').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/accounts/adjustments/index' }])
  })

  async function open(roles: unknown): Promise<void> {
    phone.answer = (_feature, { action }) => {
      asked.push(action)
      return { ok: true, value: action === 'today' ? today : roles }
    }
    await act(async () => {
      render(<ManagerDeskPage />)
    })
  }
})
