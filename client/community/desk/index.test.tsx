import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { mineStore } from '../community.store'
import { dropsStore } from '../drops.store'
import CommunityDeskPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const east = {
  ...{ communityId: 'east', name: '东街群', storeId: 's', storeName: '东门店', boundAt: null },
  ...{ isPaused: false, rulesVersion: 0, rulesText: null, isRulesHeld: false, monthCount: null },
}

describe("a community owner's desk", () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    mineStore.setState(mineStore.getInitialState())
    dropsStore.setState(dropsStore.getInitialState())
  })

  it('says what a community waits for, and leads to the next drop', async () => {
    await open([east])
    expect(screen.getByText('待绑定')).toBeTruthy()
    await act(async () => {
      fireEvent.click(screen.getByText('发一场'))
    })
    expect(phone.done).toContainEqual(['navigateTo', { url: '/community/plan/index' }])
  })

  it('plans nothing while all of them are paused', async () => {
    await open([{ ...east, isPaused: true }])
    expect(screen.getByText('已停用')).toBeTruthy()
    expect(screen.queryByText('发一场')).toBeNull()
  })

  it('says how she gets a community while she has none', async () => {
    await open([])
    expect(screen.getByText('还没有由您负责的社群')).toBeTruthy()
  })

  it('is closed to whoever looks after none', async () => {
    await open([east], { ...owner, communityOwner: false, isManager: true })
    expect(screen.getByText('这里是团长的工作台')).toBeTruthy()
    expect(screen.queryByText('东街群')).toBeNull()
  })
})

async function open(communities: object[], roles: object = owner): Promise<void> {
  phone.answer = (feature, { action }) => {
    if (action === 'me') return { ok: true, value: roles }
    const value = feature === 'drops' ? { drops: [], nextCursor: null } : { communities }
    return { ok: true, value: { serverNow: 0, ...value } }
  }
  await act(async () => {
    render(<CommunityDeskPage />)
  })
}
