import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { checkStore, rebuildStore } from '../books.store'
import RebuildPage from './index'

describe('checking one account', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { memberNumber: '30571286' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    checkStore.setState(checkStore.getInitialState())
    rebuildStore.setState(rebuildStore.getInitialState())
  })

  it('rebuilds exactly what was shown, with a reason', async () => {
    const sent = await open(check)
    expect(screen.getByText('账户与流水不一致，流水完好')).toBeTruthy()
    await tap('按流水重建账户')
    await act(async () => {
      fireEvent.input(screen.getByPlaceholderText(/会员/), { target: { value: '核对' } })
    })
    await tap('确认重建')
    expect(sent.at(-1)?.input).toEqual({ memberNumber: '30571286', reason: '核对', seen: 's1' })
    expect(screen.getByText(/的可用积分为 100 分/)).toBeTruthy()
  })

  it('offers no rebuild where nothing differs, or an entry was changed', async () => {
    await open({ ...check, sentences: [], isHeld: false })
    expect(screen.getByText('账户与流水一致')).toBeTruthy()
    expect(screen.queryByText('按流水重建账户')).toBeNull()
    await act(async () => checkStore.getState().put({ ...check, isEntryBroken: true }))
    expect(screen.queryByText('按流水重建账户')).toBeNull()
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
const check = {
  serverNow: 0,
  maskedName: '林**',
  stored: { balancePoints: 1_100, debtPoints: 0, pendingPoints: 0 },
  implied: { balancePoints: 100, debtPoints: 0, pendingPoints: 0 },
  entryCount: 3,
  sentences: ['可用积分：账户里是 1100 分，流水算出 100 分'],
  isHeld: true,
  isEntryBroken: false,
  seen: 's1',
}

async function open(found: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'checkAccount') return { ok: true, value: found }
    sent.push(event)
    return {
      ok: true,
      value: { maskedName: '林**', balancePoints: 100, debtPoints: 0, at: 0 },
    }
  }
  await act(async () => {
    render(<RebuildPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
