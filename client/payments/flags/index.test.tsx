import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { flagsStore, seeFlagStore } from '../flags.store'
import FlagsPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const flag = {
  ...{ flagId: 'f1', reason: 'wrongAmount', orderId: 'o1', what: 'redemption', title: '咖啡豆' },
  ...{ orderedFen: 990, saidFen: 1, words: null, at: 0, seen: null },
}

describe('payments that wait for a person', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    flagsStore.setState(flagsStore.getInitialState())
    seeFlagStore.setState(seeFlagStore.getInitialState())
  })

  it('say what is wrong, and are ticked off by her', async () => {
    await open([flag])
    expect(screen.getByText('金额对不上')).toBeTruthy()
    expect(screen.getByText(/微信收到 ¥0.01，没有入账/)).toBeTruthy()
    await act(async () => {
      fireEvent.click(screen.getByText('看过了'))
    })
    expect(screen.getByText(/顾明远看过/)).toBeTruthy()
    expect(screen.queryByText('看过了')).toBeNull()
  })

  it('are none most of the time', async () => {
    await open([])
    expect(screen.getByText('没有待查的付款')).toBeTruthy()
  })
})

async function open(flags: object[]): Promise<void> {
  phone.answer = (_feature: string, { action }: CloudEvent) => {
    if (action === 'me') return { ok: true, value: me }
    const seen = { name: '顾明远', at: 0 }
    if (action === 'seeFlag') return { ok: true, value: { flagId: 'f1', seen } }
    return { ok: true, value: { flags, nextCursor: null } }
  }
  render(<FlagsPage />)
  await act(async () => {})
}
