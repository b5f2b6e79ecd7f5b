import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { budgetStore, communitiesStore, handOverStore, pauseStore } from '../communities.store'
import CommunityKeptPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const east = {
  ...{ communityId: 'east', name: '东街群', storeId: 's', storeName: '东门店', boundAt: 1 },
  ...{ isPaused: false, rulesVersion: 2, monthCount: 300, ownerName: '徐敏', appointedAt: 0 },
}

describe('a community as its manager keeps it', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { communityId: 'east' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    communitiesStore.setState(communitiesStore.getInitialState())
    handOverStore.setState(handOverStore.getInitialState())
    budgetStore.setState(budgetStore.getInitialState())
    pauseStore.setState(pauseStore.getInitialState())
  })

  it('is paused, and resumed by the same way', async () => {
    const sent = await open(east)
    await tap('停用这个社群')
    await tap('确认停用')
    expect(inputsOf(sent, 'pause')).toEqual([{ communityId: 'east', isPaused: true }])
    expect(screen.getByText('已停用', { selector: '.sheet-title' })).toBeTruthy()
  })

  it('has a budget of a month, which nothing typed takes away', async () => {
    const sent = await open(east)
    await tap('每月 300 张')
    fireEvent.change(screen.getByLabelText('张数'), { target: { value: '多一点' } })
    await tap('保存')
    expect(inputsOf(sent, 'setBudget')).toEqual([])
    fireEvent.change(screen.getByLabelText('张数'), { target: { value: '' } })
    await tap('保存')
    expect(inputsOf(sent, 'setBudget')).toEqual([{ communityId: 'east', monthCount: null }])
  })

  it('is handed over by the whole code on the phone of who takes it', async () => {
    const sent = await open(east)
    await tap('换团长')
    type('12345678')
    await tap('确认移交')
    expect(inputsOf(sent, 'handOver')).toEqual([])
    type('123456789012345678')
    await tap('确认移交')
    const memberCode = '123456789012345678'
    expect(inputsOf(sent, 'handOver')).toEqual([{ communityId: 'east', memberCode }])
    expect(screen.getByText('现在由王雅琴负责')).toBeTruthy()
  })
})

async function open(community: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'list') {
      return { ok: true, value: { serverNow: 0, communities: [community], nextCursor: null } }
    }
    const isPaused = Object(event.input).isPaused
    return {
      ok: true,
      value: { communityId: 'east', isPaused, monthCount: null, ownerName: '王雅琴' },
    }
  }
  await act(async () => {
    render(<CommunityKeptPage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], action: string): unknown[] {
  return sent.filter((event) => event.action === action).map(({ input }) => input)
}

function type(value: string): void {
  fireEvent.change(screen.getByLabelText('会员码'), { target: { value } })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
