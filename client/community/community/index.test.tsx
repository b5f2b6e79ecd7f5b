import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { bindStore, mineStore, rebindStore } from '../community.store'
import CommunityPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const east = {
  ...{ communityId: 'east', name: '东街群', storeId: 's', storeName: '东门店', boundAt: null },
  ...{ isPaused: false, rulesVersion: 0, rulesText: null, isRulesHeld: false, monthCount: null },
}

describe('one of her communities', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { communityId: 'east' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    mineStore.setState(mineStore.getInitialState())
    bindStore.setState(bindStore.getInitialState())
    rebindStore.setState(rebindStore.getInitialState())
  })

  it('asks nothing of who did not come by the bind card', async () => {
    await open(east)
    expect(screen.getByText('发绑定卡片到群里')).toBeTruthy()
    expect(screen.queryByText('确认绑定')).toBeNull()
  })

  it('binds the group whose card she opened, as the phone vouches for it', async () => {
    phone.params = { communityId: 'east', from: 'card' }
    phone.groupCloudId = '43_group'
    const sent = await open(east)
    await tap('确认绑定')
    expect(sent.find(({ action }) => action === 'bind')).toMatchObject({
      input: { communityId: 'east' },
      group: { marked: '43_group' },
    })
    expect(screen.getByText('绑好了')).toBeTruthy()
  })

  it('replaces the group of one that has one, and says what stays', async () => {
    phone.params = { communityId: 'east', from: 'card' }
    const sent = await open({ ...east, boundAt: 1 })
    await tap('确认更换')
    expect(sent.some(({ action }) => action === 'bind')).toBe(false)
    expect(sent.some(({ action }) => action === 'rebind')).toBe(true)
  })

  it('says so when the card was not opened in a group', async () => {
    phone.params = { communityId: 'east', from: 'card' }
    const message = '请从群里的卡片进入'
    await open(east, { ok: false, code: 'GROUP_REQUIRED', message, requestId: 'r' })
    await tap('确认绑定')
    const said = '没认出这是哪个群。请把绑定卡片发到群里，再从群里点开它'
    expect(screen.getByRole('alert').textContent).toBe(said)
  })

  it('is nothing to whoever does not look after it', async () => {
    phone.params = { communityId: 'west' }
    await open(east)
    expect(screen.getByText('这个社群不由您负责')).toBeTruthy()
  })
})

async function open(community: object, bound: object = {}): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: owner }
    if (event.action === 'mine')
      return { ok: true, value: { serverNow: 0, communities: [community] } }
    return { ok: true, value: { communityId: 'east', boundAt: 2 }, ...bound }
  }
  await act(async () => {
    render(<CommunityPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
