import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { closingsStore } from '../closings.store'
import ClosingsPage from './index'

const closing = {
  ...{ storeId: 'east', businessOn: '2026-03-10', tillNo: '1', signedAt: 0, staffName: '小东' },
  ...{ purchaseCount: 2, paidFen: 5_000, refundFen: 0, differenceCount: 0 },
}
const closings = [closing, { ...closing, tillNo: '2', differenceCount: 2 }]
const stores = ['east', 'west'].map((storeId) => ({ storeId, name: storeId, role: 'manager' }))
const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '',
  stores,
}

describe('closings that were signed', () => {
  let sent: CloudEvent[] = []
  beforeEach(() => {
    phone.reset()
    sent = []
    rolesStore.setState(rolesStore.getInitialState())
    closingsStore.setState(closingsStore.getInitialState())
  })
  const asked = () => sent.filter(({ action }) => action === 'closings').map(({ input }) => input)

  it('are listed by store and till, and open one by one', async () => {
    await open()
    expect(screen.getByText('2026年3月10日 · 1 号机')).toBeTruthy()
    expect(screen.getByText('对账一致')).toBeTruthy()
    await tap('2026年3月10日 · 2 号机')
    const url = '/closings/closing-record/index?storeId=east&businessOn=2026-03-10&tillNo=2'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
    await tap('2 号机')
    await tap('west')
    expect(asked()).toEqual([
      { storeId: 'east' },
      { storeId: 'east', tillNo: '2' },
      { storeId: 'west' },
    ])
  })

  async function open(): Promise<void> {
    phone.answer = (feature, event) => {
      sent.push(event)
      if (feature === 'staff') return { ok: true, value: me }
      const isEast = JSON.stringify(event.input).includes('east')
      return {
        ok: true,
        value: { serverNow: 0, closings: isEast ? closings : [], nextCursor: null },
      }
    }
    await act(async () => {
      render(<ClosingsPage />)
    })
    await act(async () => {})
  }
})

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
