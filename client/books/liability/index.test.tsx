import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { liabilityStore } from '../books.store'
import LiabilityPage from './index'

describe('the liability', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    liabilityStore.setState(liabilityStore.getInitialState())
  })

  it('shows the worth, only the lines that moved, and the stores', async () => {
    await open('2026-11-01')
    expect(screen.getByText('¥80.00')).toBeTruthy()
    expect(screen.getByText('消费获得')).toBeTruthy()
    expect(screen.getByText('−300')).toBeTruthy()
    expect(screen.queryByText('过期')).toBeNull()
    expect(screen.getByText('东店')).toBeTruthy()
    expect(screen.getByText('−1,300')).toBeTruthy()
    expect(screen.getByText('东店发放，商城待自提')).toBeTruthy()
    expect(screen.getByText('2,550 分')).toBeTruthy()
    expect(screen.getByText('¥25.50')).toBeTruthy()
    expect(screen.getByText(/满 12 个月的记录之前/)).toBeTruthy()
  })

  it('says where its figures come from while there are none', async () => {
    await open(null)
    expect(screen.getByText('这段时间还没有账平证书')).toBeTruthy()
  })
})

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [],
}
const nothing = {
  giftPoints: 0,
  openingImportPoints: 0,
  returnedPoints: 0,
  adjustedUpPoints: 0,
  adjustedDownPoints: 0,
  expiredPoints: 0,
  clawedBackPoints: 0,
  otherPoints: 0,
  debtMadePoints: 0,
  debtRepaidPoints: 0,
}

async function open(firstOn: string | null): Promise<void> {
  const report = {
    serverNow: 0,
    fromOn: '2026-11-01',
    untilOn: '2026-11-20',
    firstOn,
    lastOn: firstOn && '2026-11-20',
    opening: { balancePoints: 7_000, debtPoints: 0, pendingPoints: 0 },
    closing: { balancePoints: 8_000, debtPoints: 0, pendingPoints: 0 },
    lines: { ...nothing, purchasePoints: 1_300, spentPoints: 300 },
    stores: [{ storeId: 'east', issuedPoints: -1_300, spentPoints: 300 }],
    storeNames: [{ storeId: 'east', name: '东店' }],
    clearing: [{ issuedBy: 'east', spentAt: null, points: 300 }],
    breakagePoints: 0,
    offPoints: 0,
    fenPerHundredPoints: 100,
    waiting: { points: 2_550, phoneCount: 12, isWhole: true },
    todayOn: '2026-11-20',
  }
  phone.answer = (_feature, event) =>
    event.action === 'me' ? { ok: true, value: me } : { ok: true, value: report }
  await act(async () => {
    render(<LiabilityPage />)
  })
}
