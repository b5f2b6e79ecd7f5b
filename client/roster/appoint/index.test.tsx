import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import AppointPage from './index'

const owner = {
  isStaff: true,
  isManager: true,
  isOwner: true,
  communityOwner: false,
  displayName: '顾明远',
  stores: [
    { storeId: 'east', name: '东门店', role: 'manager' },
    { storeId: 'west', name: '西门店', role: 'manager' },
  ],
}
const appointed = { memberId: 'm', displayName: '小陈', stores: [], communityOwner: false }

describe('appointing', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
  })

  it('lets an owner choose among all stores', async () => {
    await open({ ...appointed, isOwner: false })
    expect(screen.getByText('东门店')).toBeTruthy()
    expect(screen.getByText('西门店')).toBeTruthy()
  })

  it('says when no store is left to somebody', async () => {
    await open({ ...appointed, isOwner: false })
    await endAppointment()
    expect(screen.getByText('对方不再负责任何门店')).toBeTruthy()
  })

  it('does not say so of an owner', async () => {
    await open({ ...appointed, isOwner: true })
    await endAppointment()
    expect(screen.getByText('对方打开小程序就能看到店员入口')).toBeTruthy()
  })

  async function open(answer: object): Promise<void> {
    phone.answer = (_feature, { action }) => ({
      ok: true,
      value: action === 'me' ? owner : answer,
    })
    await act(async () => {
      render(<AppointPage />)
    })
  }
})

async function endAppointment(): Promise<void> {
  const [code] = screen.getAllByRole('textbox')
  if (!code) throw new Error('no field for the code')
  await act(async () => {
    fireEvent.change(code, { target: { value: '123456789012345678' } })
  })
  await act(async () => {
    fireEvent.click(screen.getByText('结束任命'))
  })
  await act(async () => {
    fireEvent.click(screen.getAllByText('结束任命').at(-1) ?? code)
  })
}
