import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { adjustmentsStore, decideStore } from '../adjustments.store'
import AdjustmentsPage from './index'

describe('the list of adjustments by hand', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    adjustmentsStore.setState(adjustmentsStore.getInitialState())
    decideStore.setState(decideStore.getInitialState())
  })

  it('shows what waits and since when, and lets a second manager agree once', async () => {
    const sent = await open([waiting], { ok: true, value: { ...waiting, state: 'booked' } })
    expect(screen.getByText('11-22 10:00 后入账')).toBeTruthy()
    await tap('+5,000')
    await tap('同意入账')
    expect(decisionsIn(sent)).toEqual([{ adjustmentId: 'a1', verdict: 'approve' }])
    expect(screen.getByText('增加 5,000 积分，已入账')).toBeTruthy()
  })

  it('says why the one who asked cannot agree herself', async () => {
    const message = '不能为自己办理，请由其他同事操作'
    await open([waiting], { ok: false, code: 'SELF_SERVICE', message, requestId: 'r' })
    await tap('+5,000')
    await tap('同意入账')
    expect(screen.getByText(message)).toBeTruthy()
  })

  it('leaves alone what is decided', async () => {
    await open([{ ...waiting, state: 'rejected' }], {})
    await tap('+5,000')
    expect(screen.queryByText('同意入账')).toBeNull()
  })

  it('says where adjustments come from while there are none', async () => {
    await open([], {})
    expect(screen.getByText('还没有人工调整')).toBeTruthy()
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
const waiting = {
  adjustmentId: 'a1',
  maskedName: '林**',
  points: 5_000,
  reason: '补记团购',
  state: 'waiting',
  askedByName: '顾明远',
  askedAt: Date.parse('2026-11-21T02:00:00Z'),
  ripensAt: Date.parse('2026-11-22T02:00:00Z'),
  decidedByName: null,
  decidedAt: null,
}

async function open(adjustments: object[], decided: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'approveAdjustment') return decided
    return { ok: true, value: { serverNow: 0, adjustments, nextCursor: null } }
  }
  await act(async () => {
    render(<AdjustmentsPage />)
  })
  return sent
}

function decisionsIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'approveAdjustment').map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
