import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import ManagerDeskPage from './index'

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
  })

  async function open(roles: unknown): Promise<void> {
    phone.answer = () => ({ ok: true, value: roles })
    await act(async () => {
      render(<ManagerDeskPage />)
    })
  }
})
